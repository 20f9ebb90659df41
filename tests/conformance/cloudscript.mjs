// SPDX-License-Identifier: GPL-3.0-or-later
// A script as somebody writes it for the cloud: it knows nothing of the local service. The environment says where the API
// is and which key to use; the arguments are a document, its schema and an address that is to be told of results.
import LlamaCloud from '@llamaindex/llama-cloud';
import { createReadStream, readFileSync } from 'node:fs';

const [document, schemaFile, webhookUrl] = process.argv.slice(2);
const data_schema = JSON.parse(readFileSync(schemaFile, 'utf8'));
const client = new LlamaCloud();

const [project] = await client.projects.list();
await client.extract.validateSchema({ data_schema });
const file = await client.files.create({ file: createReadStream(document), purpose: 'extract' });
const configuration = await client.configurations.create({
  name: 'invoices',
  parameters: { product_type: 'extract_v2', data_schema, tier: 'agentic', extraction_target: 'per_doc', cite_sources: true },
});
const hook = await client.webhookConfigs.create({ webhook_url: webhookUrl, webhook_events: ['extract.success'] });

const job = await client.extract.run({
  file_input: file.id,
  configuration_id: configuration.id,
  webhook_configuration_ids: [hook.id],
});

const parsed = await client.parsing.parse({ file_id: file.id, tier: 'agentic', version: 'latest', expand: ['markdown'] });
const again = await client.extract.run({ file_input: parsed.job.id, configuration: { data_schema, tier: 'agentic' } });

const finished = [];
for await (const each of client.extract.list({ status: 'COMPLETED', page_size: 1 })) finished.push(each.id);

for (const id of finished) await client.extract.delete(id);
await client.parsing.delete(parsed.job.id);
await client.webhookConfigs.delete(hook.id);
await client.configurations.delete(configuration.id);
await client.files.delete(file.id);

console.log(
  JSON.stringify({
    project: project.id,
    status: job.status,
    result: job.extract_result,
    citations: Object.keys(job.extract_metadata.field_metadata.document_metadata).length,
    pages: parsed.markdown.pages.length,
    again: again.extract_result,
    finished: finished.length,
  }),
);
