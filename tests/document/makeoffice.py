# SPDX-License-Identifier: GPL-3.0-or-later
# makeoffice.py KIND FILE: writes the smallest package of that kind that office programs read.
import sys, zipfile
kind, path = sys.argv[1:3]
T = '<?xml version="1.0" encoding="UTF-8"?>'
REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
def types(part, name):
    return T + ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
      'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
      '<Override PartName="/%s" ContentType="application/vnd.openxmlformats-officedocument.%s.main+xml"/></Types>' % (part, name))
def rels(part):
    return T + ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
      'Type="%s/officeDocument" Target="%s"/></Relationships>' % (REL, part))
with zipfile.ZipFile(path, 'w') as z:
    if kind == 'docx':
        z.writestr('[Content_Types].xml', types('word/document.xml', 'wordprocessingml.document'))
        z.writestr('_rels/.rels', rels('word/document.xml'))
        z.writestr('word/document.xml', T + '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
          '<w:p><w:r><w:t>Order number 4711</w:t></w:r></w:p></w:body></w:document>')
    elif kind == 'xlsx':
        z.writestr('[Content_Types].xml', types('xl/workbook.xml', 'spreadsheetml.sheet').replace('</Types>',
          ''.join('<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="application/vnd.openxmlformats-officedocument.'
          'spreadsheetml.worksheet+xml"/>' % i for i in (1, 2)) + '</Types>'))
        z.writestr('_rels/.rels', rels('xl/workbook.xml'))
        z.writestr('xl/workbook.xml', T + '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="%s"><sheets>'
          '<sheet name="Zoo" sheetId="1" r:id="r1"/><sheet name="Alpha" sheetId="2" r:id="r2"/></sheets></workbook>' % REL)
        z.writestr('xl/_rels/workbook.xml.rels', T + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
          ''.join('<Relationship Id="r%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>' % (i, REL, i) for i in (1, 2)) + '</Relationships>')
        def sheet(rows):
            return T + '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' + ''.join(
              '<row r="%d">' % (i + 1) + ''.join('<c r="%s%d" t="inlineStr"><is><t>%s</t></is></c>' % ('AB'[j], i + 1, v)
              for j, v in enumerate(r)) + '</row>' for i, r in enumerate(rows)) + '</sheetData></worksheet>'
        z.writestr('xl/worksheets/sheet1.xml', sheet([['Item', 'Price'], ['Green, tea', '2.50']]))
        z.writestr('xl/worksheets/sheet2.xml', sheet([['Second', 'sheet']]))
    elif kind == 'odt':
        z.writestr('mimetype', 'application/vnd.oasis.opendocument.text')
        z.writestr('META-INF/manifest.xml', T + '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
          '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
          '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>')
        z.writestr('content.xml', T + '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
          'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:text>'
          '<text:p>Order number 4711</text:p></office:text></office:body></office:document-content>')
    elif kind == 'broken':
        z.writestr('word/document.xml', 'this is no document')
    else:
        z.writestr('readme.txt', 'an archive')
