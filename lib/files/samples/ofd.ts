import { makeZip } from './zip';

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"';

export const OFD_PARTS = {
  'OFD.xml': `${XML}<ofd:OFD ${NS} DocType="OFD" Version="1.1"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0123456789abcdef0123456789abcdef</ofd:DocID><ofd:Title>电子发票</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
  'Doc_0/Document.xml': `${XML}<ofd:Document ${NS}><ofd:CommonData><ofd:MaxUnitID>3</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 140</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>`,
  'Doc_0/Pages/Page_0/Content.xml': `${XML}<ofd:Page ${NS}><ofd:Content><ofd:Layer ID="2"/></ofd:Content></ofd:Page>`,
};

/** The smallest OFD document: one empty page, as an electronic invoice is packed. `extra` replaces or adds parts. */
export const makeOfd = (extra: Record<string, string | Buffer> = {}): Promise<Buffer> =>
  makeZip({ ...OFD_PARTS, ...extra });
