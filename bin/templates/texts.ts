/** Words of the blanks: whole texts that merchants can use as they are or adapt. */
export const AGREEMENTS = {
  'zh-CN': {
    title: '商品服务协议',
    articles: [
      {
        heading: '一、协议双方与生效',
        lines: [
          '本协议由提供商品的商家与购买商品的客户在线订立。客户在下单时勾选同意后，本协议对该订单生效。',
          '本协议所称“商品”，指客户订单中载明的商品及规格。',
        ],
      },
      {
        heading: '二、服务内容与交付',
        lines: [
          '商家按照商品详情页与客户确认的需求提供服务，并在商品载明的交付周期内完成交付。',
          '交付标准以商品交付模板为准；客户在收到交付物后按平台服务监管流程验收。',
        ],
      },
      {
        heading: '三、客户的配合',
        lines: [
          '客户应及时提供服务所需的资料、环境与人员配合；因客户原因造成的延误，交付周期相应顺延。',
        ],
      },
      {
        heading: '四、价款与结算',
        lines: ['价款以订单为准。款项由平台担保，客户验收通过后结算给商家。'],
      },
      {
        heading: '五、个人数据保护',
        lines: [
          '商家仅为提供服务的目的处理客户提供的个人数据，遵循合法、正当、必要原则，采取必要的安全措施。',
          '服务结束后，商家应按客户要求删除或返还个人数据，法律另有规定的除外；发生个人数据安全事件时，应立即通知客户并采取补救措施。',
        ],
      },
      {
        heading: '六、知识产权与保密',
        lines: [
          '各方原有的知识产权归各方所有；为客户定制的交付物，除另有约定外归客户所有。',
          '各方对在服务中知悉的对方非公开信息承担保密义务，直至该信息合法公开。',
        ],
      },
      {
        heading: '七、售后服务',
        lines: ['商家按照商品页面公布的服务内容、服务时间、电话与邮箱提供售后服务。'],
      },
      {
        heading: '八、违约责任与争议解决',
        lines: [
          '一方违反本协议造成对方损失的，应承担相应责任。',
          '发生争议时，双方可先通过平台的申诉流程协商解决；协商不成的，依法解决。',
        ],
      },
    ],
  },
  en: {
    title: 'Product service agreement',
    articles: [
      {
        heading: '1. Parties and effect',
        lines: [
          'This agreement is concluded online between the merchant that offers the product and the customer who buys it. It takes effect for an order when the customer ticks it while ordering.',
          '“Product” means the product and specification named in the order.',
        ],
      },
      {
        heading: '2. Service and delivery',
        lines: [
          'The merchant provides the service described on the product page and confirmed in the requirement, within the delivery period of the product.',
          'The product’s delivery template states the acceptance criteria; the customer accepts deliveries under the marketplace’s service supervision.',
        ],
      },
      {
        heading: '3. The customer’s part',
        lines: [
          'The customer provides material, environments and contacts in time. Delays on the customer’s side extend the delivery period.',
        ],
      },
      {
        heading: '4. Price and settlement',
        lines: [
          'The price is that of the order. The marketplace holds the payment and settles it to the merchant after acceptance.',
        ],
      },
      {
        heading: '5. Protection of personal data',
        lines: [
          'The merchant processes personal data of the customer only to provide the service, lawfully and no more than necessary, with suitable security.',
          'After the service it deletes or returns personal data as the customer asks, unless the law requires otherwise, and tells the customer at once of any incident.',
        ],
      },
      {
        heading: '6. Rights and confidentiality',
        lines: [
          'Each party keeps its own intellectual property; what is made for the customer belongs to the customer unless agreed otherwise.',
          'Each party keeps the other’s non-public information confidential until it lawfully becomes public.',
        ],
      },
      {
        heading: '7. After-sales service',
        lines: [
          'The merchant gives after-sales service with the content, hours, phone and mailbox shown on the product page.',
        ],
      },
      {
        heading: '8. Breach and disputes',
        lines: [
          'A party that breaks this agreement answers for the loss.',
          'Disputes are first brought to the marketplace’s appeal procedure, then decided under the law.',
        ],
      },
    ],
  },
} as const;

export const DELIVERIES = {
  'zh-CN': {
    title: '商品交付模板（验收标准）',
    intro: [
      '商品名称：与商品一致。规格：与订单一致。',
      '交付完成后，商家逐项填写实际交付情况并附证明材料，客户据此验收。',
    ],
    head: ['序号', '交付项', '验收标准', '证明材料', '实际交付情况'],
    rows: [
      ['1', '需求确认', '需求内容与客户提交的需求一致', '需求确认单', ''],
      ['2', '实施方案', '方案经客户确认', '方案文档', ''],
      ['3', '服务实施', '按方案完成，关键步骤有记录', '不少于 3 张截图', ''],
      ['4', '结果核对', '核对结果与验收标准一致', '核对报告', ''],
      ['5', '资料移交', '操作手册与账号权限移交完成', '移交清单', ''],
    ],
  },
  en: {
    title: 'Delivery template (acceptance criteria)',
    intro: [
      'Product and specification as in the order.',
      'After the delivery the merchant fills in what was really delivered, with proof; the customer accepts on this basis.',
    ],
    head: ['No.', 'Item', 'Criterion', 'Proof', 'Delivered'],
    rows: [
      ['1', 'Requirement', 'Agrees with what the customer submitted', 'Confirmed requirement', ''],
      ['2', 'Plan', 'Confirmed by the customer', 'Plan', ''],
      ['3', 'Work', 'Done as planned, key steps recorded', 'At least 3 screenshots', ''],
      ['4', 'Result', 'Checked against the criteria', 'Report', ''],
      ['5', 'Handover', 'Manual and access handed over', 'Handover list', ''],
    ],
  },
} as const;

export const REQUIREMENTS = {
  'zh-CN': {
    title: '需求模板',
    head: ['项目', '填写说明', '客户填写'],
    rows: [
      ['项目名称', '便于双方识别', ''],
      ['期望开始日期', '年-月-日', ''],
      ['服务对象', '系统、数据库或服务器的名称与版本', ''],
      ['规模', '数量、数据量或用户数', ''],
      ['现状与问题', '当前环境与需要解决的问题', ''],
      ['目标', '完成后应达到的结果', ''],
      ['限制条件', '停机窗口、网络、合规等要求', ''],
      ['联系人', '姓名与职责（请勿填写身份证号）', ''],
    ],
  },
  en: {
    title: 'Requirement',
    head: ['Item', 'What to write', 'Customer'],
    rows: [
      ['Project', 'A name both sides know it by', ''],
      ['Wished start', 'Date', ''],
      ['Subject', 'Systems, databases or servers with their versions', ''],
      ['Size', 'How many, how much data, how many users', ''],
      ['Situation', 'The environment and the problem', ''],
      ['Goal', 'What must be true afterwards', ''],
      ['Limits', 'Downtime, network, compliance', ''],
      ['Contact', 'Name and role (no identity numbers)', ''],
    ],
  },
} as const;
