import type { Purpose } from '../purposes';
import { makeOfd } from './ofd';
import { makeDocx, makePptx, makeXlsx } from './office';
import { makeOle, slidesBody, wordBody, workbookBody } from './ole';
import { makePdf } from './pdf';
import { makeAnimation, makePicture } from './pictures';
import { makeRar4, makeRar5 } from './rar';
import { makeZip } from './zip';

/** A real file of its kind with a real name, and a purpose that takes it. */
export interface GoodFile {
  name: string;
  make: () => Promise<Buffer> | Buffer;
  purpose: Purpose;
}

/** One good file for every kind. */
export const GOOD_FILES: readonly GoodFile[] = [
  {
    name: '云启科技 标志.png',
    purpose: 'companyLogo',
    make: () => makePicture({ width: 168, height: 70, format: 'png', letters: 'YQ' }),
  },
  {
    name: '营业执照.jpg',
    purpose: 'businessLicence',
    make: () => makePicture({ width: 1200, height: 850, format: 'jpg', hue: 20 }),
  },
  {
    name: '商品标志.jpeg',
    purpose: 'productLogo',
    make: () => makePicture({ width: 120, height: 120, format: 'jpg' }),
  },
  {
    name: '主图.gif',
    purpose: 'productPicture',
    make: () => makeAnimation({ width: 800, height: 600, letters: 'QH' }),
  },
  {
    name: '说明图.png',
    purpose: 'descriptionImage',
    make: () => makePicture({ width: 1000, height: 900, format: 'png' }),
  },
  {
    name: '商品服务协议（2026）.pdf',
    purpose: 'serviceAgreement',
    make: () => makePdf('商品服务协议', ['第一条 服务内容', '第二条 个人信息保护']),
  },
  {
    name: '使用指南.docx',
    purpose: 'usageGuide',
    make: () => makeDocx('使用指南', ['第一步：登录控制台']),
  },
  { name: '产品介绍.pptx', purpose: 'usageGuide', make: makePptx },
  { name: '电子发票.ofd', purpose: 'invoiceFile', make: () => makeOfd() },
  {
    name: '需求模板.xlsx',
    purpose: 'requirementTemplate',
    make: () =>
      makeXlsx('需求', [
        ['项目', '说明'],
        ['接口数量', 12],
      ]),
  },
  {
    name: '软件著作权.zip',
    purpose: 'copyrightCertificate',
    make: () => makeZip({ '证书/正本.txt': '登记号 2026SR0000001', '证书/附件.txt': '无' }),
  },
  {
    name: '开源声明.rar',
    purpose: 'openSourceStatement',
    make: () => makeRar5([{ name: '声明/说明.txt', content: 'Apache-2.0' }]),
  },
  {
    name: '旧版开源声明.rar',
    purpose: 'openSourceStatement',
    make: () => makeRar4([{ name: 'readme.txt', content: 'MIT' }]),
  },
  {
    name: '代金券客户名单.csv',
    purpose: 'voucherCustomers',
    make: () => Buffer.from('\ufeff客户账号 ID,账号邮箱\r\nac_1,a@example.test\r\n'),
  },
  {
    name: '旧版协议.doc',
    purpose: 'serviceAgreement',
    make: () => makeOle({ streams: { WordDocument: wordBody() } }),
  },
  {
    name: '旧版模板.xls',
    purpose: 'deliveryTemplate',
    make: () => makeOle({ streams: { Workbook: workbookBody() } }),
  },
  {
    name: '旧版介绍.ppt',
    purpose: 'usageGuide',
    make: () => makeOle({ streams: { 'PowerPoint Document': slidesBody() } }),
  },
];
