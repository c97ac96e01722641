import type { SpecDraft } from '../schema/product-application';

/** One service of the demo's merchant, in the words a merchant would write. Prices in yuan. */
export interface DemoService {
  name: string;
  categoryId: string;
  hue: number;
  summary: string;
  highlights: string[];
  /** Headed paragraphs of the description. */
  story: [heading: string, text: string][];
  deliveryPeriodDays: number;
  requirementStep: boolean;
  publicSale: boolean;
  specs: { name: string; description: string; once?: number; month?: number; year?: number }[];
}

const TAIL: [string, string][] = [
  [
    '合作流程',
    '下单付款后，项目经理在一个工作日内与您联系，确认目标、范围与时间安排；双方就实施方案达成一致后开始交付，过程中按周同步进展与风险；交付完成后由您验收，验收通过前款项由平台担保。',
  ],
  [
    '交付与验收',
    '我们按照商品交付模板逐项交付：交付前提供实施方案与回退预案，交付后提供验收文档、关键步骤截图与运行手册。客户按照验收标准确认后订单完成；如有不符，可驳回并说明原因，我们在约定时间内整改并重新提交，直至达到约定标准。',
  ],
  [
    '服务保障',
    '服务期内由固定的项目经理对接，工作日九点至十八点在线响应，重大操作安排在业务低峰并提前确认。全部操作留有记录，涉及的账号与数据仅用于本次服务，服务结束后完成权限回收与资料清理，并书面告知客户。',
  ],
];

export const DEMO_SERVICES: DemoService[] = [
  {
    name: '数据库上云迁移服务',
    categoryId: 'ct_data-migration',
    hue: 205,
    summary:
      '由数据库工程师完成评估、演练、割接与核对，把自建 MySQL、PostgreSQL 平滑迁移到云数据库。',
    highlights: [
      '迁移前全面评估，给出风险清单与方案',
      '全量加增量同步，业务停机时间以分钟计',
      '行数与校验和双重核对，随时可回退',
    ],
    story: [
      [
        '服务内容',
        '迁移工程师先盘点源库的版本、字符集、对象数量与增量速率，形成评估报告；随后在隔离环境演练全量与增量同步，核对行数与校验和；割接窗口内切换写流量，保留回退方案；割接后七天内值守，处理慢查询与兼容性问题，并移交运行手册。',
      ],
      [
        '适用场景',
        '适合把本地机房或其他云上的 MySQL、PostgreSQL、MariaDB 迁移到云数据库的企业，也适合版本升级、拆库分表前的数据整理。标准迁移面向单个实例，多实例迁移按实例数量报价，跨地域迁移会额外评估网络带宽与同步延迟。',
      ],
      ...TAIL,
    ],
    deliveryPeriodDays: 15,
    requirementStep: true,
    publicSale: true,
    specs: [
      { name: '单实例标准迁移', description: '一个实例，数据量 500 GB 以内。', once: 9900 },
      { name: '多实例迁移', description: '三个实例以内，含增量同步与割接值守。', once: 26800 },
    ],
  },
  {
    name: '云上环境配置服务',
    categoryId: 'ct_environment-configuration',
    hue: 165,
    summary:
      '按照业务规模规划并配置云上网络、主机、数据库与安全组，交付可直接使用的运行环境与配置文档。',
    highlights: [
      '网络分区与安全组按最小权限规划',
      '配置过程脚本化，可重复执行',
      '交付拓扑图、账号清单与操作手册',
    ],
    story: [
      [
        '服务内容',
        '工程师根据需求文档梳理业务系统的访问路径与容量要求，规划虚拟私有网络、子网与安全组，配置主机、数据库、对象存储与负载均衡，安装运行时与监控组件，完成连通性与基线检查，并把全部配置整理为脚本与文档。',
      ],
      [
        '适用场景',
        '适合准备把业务系统部署到云上、缺少专职云工程师的团队，也适合需要把测试、预发、生产环境统一规范的企业。标准配置面向单套环境，多环境配置覆盖开发、测试与生产三套环境并保持一致。',
      ],
      ...TAIL,
    ],
    deliveryPeriodDays: 7,
    requirementStep: false,
    publicSale: true,
    specs: [
      { name: '单套环境配置', description: '十台主机以内的一套环境。', once: 4800 },
      { name: '三套环境配置', description: '开发、测试、生产三套环境。', once: 11800 },
    ],
  },
  {
    name: '云上系统代维服务',
    categoryId: 'ct_managed-operations',
    hue: 255,
    summary:
      '由值守团队负责日常巡检、监控告警、备份核查与变更执行，每月交付运行报告，让业务团队专注业务。',
    highlights: ['工作日巡检与全天告警响应', '每月一次备份恢复演练', '月度运行报告与容量建议'],
    story: [
      [
        '服务内容',
        '值守团队接管监控告警，按照巡检清单检查主机、数据库、中间件与备份任务，处理常见故障并记录处置过程；按照变更流程执行发布与配置调整；每月进行一次备份恢复演练，输出运行报告，给出容量与成本建议。',
      ],
      [
        '适用场景',
        '适合系统已经上云、但没有专职运维人员，或者希望把夜间与节假日值守交给专业团队的企业。基础代维覆盖工作日时段，全天代维覆盖全部时段，并承诺重大告警三十分钟内响应。',
      ],
      ...TAIL,
    ],
    deliveryPeriodDays: 3,
    requirementStep: true,
    publicSale: true,
    specs: [
      {
        name: '基础代维',
        description: '工作日九点至十八点，二十台主机以内。',
        month: 3600,
        year: 39600,
      },
      { name: '全天代维', description: '全年全天值守，二十台主机以内。', month: 8800, year: 96800 },
    ],
  },
  {
    name: '数据库故障排查服务',
    categoryId: 'ct_troubleshooting',
    hue: 20,
    summary:
      '针对慢查询、锁等待、主从延迟与异常重启等问题，由资深工程师远程排查并给出处置与优化建议。',
    highlights: ['两小时内开始排查', '交付故障分析报告', '附优化建议与复盘说明'],
    story: [
      [
        '服务内容',
        '工程师在授权范围内收集日志、慢查询与监控数据，定位慢查询、锁等待、主从延迟、异常重启等问题的原因，与客户确认处置方案后执行或指导执行，恢复后持续观察，最后交付故障分析报告与优化建议，帮助团队避免同类问题再次发生。',
      ],
      [
        '适用场景',
        '适合遇到数据库性能下降、频繁告警或突发故障、需要外部专家快速介入的团队。单次排查面向一个明确的问题，包年服务包含十二次排查与每季度一次健康检查，未使用的次数不结转到下一年度。',
      ],
      ...TAIL,
    ],
    deliveryPeriodDays: 2,
    requirementStep: true,
    publicSale: true,
    specs: [
      { name: '单次排查', description: '一个问题，含分析报告。', once: 2600 },
      { name: '包年排查', description: '全年十二次，含季度健康检查。', year: 19800 },
    ],
  },
  {
    name: '上云方案咨询与培训',
    categoryId: 'ct_consulting-training',
    hue: 310,
    summary:
      '面向管理与技术团队的上云规划咨询和实操培训，梳理现状、制定路线图，并带领团队完成一次演练。',
    highlights: ['现状访谈与系统盘点', '分阶段路线图与成本测算', '两天实操培训'],
    story: [
      [
        '服务内容',
        '顾问通过访谈与系统盘点梳理业务现状、数据流向与合规要求，制定分阶段的上云路线图，测算成本与收益；随后为技术团队安排两天实操培训，覆盖网络、主机、数据库、监控与安全，并带领团队完成一次完整演练，形成内部操作规范。',
      ],
      [
        '适用场景',
        '适合刚开始考虑上云、需要统一认识并培养内部能力的企业，也适合已经部分上云、希望梳理后续规划的团队。本商品面向已经沟通过的客户定向提供，购买前请先与我们的顾问确认培训时间、人数与场地安排。',
      ],
      ...TAIL,
    ],
    deliveryPeriodDays: 30,
    requirementStep: true,
    publicSale: false,
    specs: [
      { name: '咨询与培训套餐', description: '一份路线图与两天培训，二十人以内。', once: 36000 },
    ],
  },
];

const cents = (yuan: number) => String(yuan * 100);

/** The specifications as the wizard keeps them. */
export const specDrafts = (service: DemoService): SpecDraft[] =>
  service.specs.map(({ name, description, once, month, year }, index) => {
    const offers = [
      ...(once ? [{ billing: 'oneTime' as const, price: cents(once) }] : []),
      ...(month ? [{ billing: 'month' as const, price: cents(month) }] : []),
      ...(year ? [{ billing: 'year' as const, price: cents(year) }] : []),
    ];
    return {
      key: `new-${index + 1}`,
      name,
      description,
      hidden: false,
      pricing: 'simple',
      billings: offers.map(({ billing }) => billing),
      attributes: [],
      skus: offers.map((offer) => ({ ...offer, values: [], offered: true, bands: [] })),
    };
  });
