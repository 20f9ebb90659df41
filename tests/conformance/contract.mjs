// SPDX-License-Identifier: GPL-3.0-or-later
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const description = parse(readFileSync(process.env.CONTRACT, 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
addFormats(ajv);
ajv.addSchema(description, 'contract');

const methods = ['get', 'post', 'put', 'delete', 'patch'];
const routes = Object.entries(description.paths).map(([template, item]) => ({
  template,
  item,
  pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, '([^/]+)')}$`),
  literals: template.split('/').filter((part) => !part.startsWith('{')).length,
}));

/** `{"$ref": "#/…"}` as what it stands for, with the pointer to it. */
function resolved(value, pointer) {
  if (!value?.$ref) return { value, pointer };
  const steps = value.$ref.slice(2).split('/');
  return resolved(steps.reduce((at, step) => at[step.replace(/~1/g, '/').replace(/~0/g, '~')], description), value.$ref);
}

const step = (text) => text.replace(/~/g, '~0').replace(/\//g, '~1');

/** The route of a path: one that names more of it literally wins. */
export function routeOf(path) {
  const found = routes.filter((route) => route.pattern.test(path));
  return found.sort((a, b) => b.literals - a.literals)[0];
}

/** All operations of the contract, as "GET /path". */
export const operations = routes.flatMap(({ template, item }) =>
  methods.filter((method) => item[method]).map((method) => `${method.toUpperCase()} ${template}`));

/** Whether an operation, as "POST /path", has a JSON body. */
export function takesJson(operation) {
  const [method, template] = operation.split(' ');
  return Boolean(description.paths[template][method.toLowerCase()].requestBody?.content['application/json']);
}

/**
 * What is wrong with an answer, as sentences; none when it is as the contract says.
 * A path or method that the contract does not have may only be refused.
 */
export function faultsOf({ method, path, status, contentType, body }) {
  const route = routeOf(path);
  const operation = route?.item[method.toLowerCase()];
  const refused = status >= 400;
  if (!operation)
    return refused ? faultsOfError(contentType, body) : [`${method} ${path} is not in the contract, but answers ${status}`];
  const base = `#/paths/${step(route.template)}/${method.toLowerCase()}/responses`;
  const key = operation.responses[status] ? String(status) : 'default';
  if (!operation.responses[key]) return [`${method} ${route.template} may not answer ${status}`];
  if (key === 'default' && !refused) return [`${method} ${route.template} may not answer ${status}`];
  const answer = resolved(operation.responses[key], `${base}/${key}`);
  const content = answer.value.content?.['application/json'];
  if (!content) return body.length ? [`${method} ${route.template} answers ${status} with a body`] : [];
  return faultsOfJson(`${answer.pointer}/content/application~1json/schema`, contentType, body);
}

function faultsOfError(contentType, body) {
  return faultsOfJson('#/components/responses/Error/content/application~1json/schema', contentType, body);
}

function faultsOfJson(pointer, contentType, body) {
  if (!/^application\/json\b/.test(contentType ?? '')) return [`the content type is ${contentType}`];
  let json;
  try {
    json = JSON.parse(body);
  } catch (error) {
    return [`the body is no JSON: ${error.message}`];
  }
  const encoded = pointer.replace(/\{/g, '%7B').replace(/\}/g, '%7D');
  const validate = ajv.getSchema(`contract${encoded}`);
  if (!validate) throw new Error(`the contract has no schema at ${pointer}`);
  return validate(json) ? [] : validate.errors.map((error) => `${error.instancePath || '/'} ${error.message}`);
}
