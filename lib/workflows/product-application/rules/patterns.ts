/** Named patterns of the rule book's naming rules (products.md 3.1, 3.4, 3.6); the offending part is reported. */
export const PATTERNS = {
  /** 99 元, ¥99, 9.9/月, RMB 300 */
  price:
    /(?:¥|￥|\$|rmb|cny|usd)\s*\d[\d.,]*|\d[\d.,]*\s*(?:万元|元|块钱|yuan|rmb|cny|usd)|\d[\d.,]*\s*\/\s*(?:月|年|次|台|month|year)/i,
  /** V2.0, v1, 版本 3, version 3, 2.0 版 */
  versionInName:
    /\bv\s?\d+(?:\.\d+)*\b|\d+(?:\.\d+)+\s*版|版本\s*\d+(?:\.\d+)*|version\s*\d+(?:\.\d+)*|第[一二三四五六七八九十\d]+版/i,
  /** Mainland mobile numbers, service numbers and land lines. */
  phone: /(?<!\d)(?:1[3-9]\d{9}|(?:400|800)[-\s]?\d{3}[-\s]?\d{4}|0\d{2,3}[-\s]?\d{7,8})(?!\d)/,
  /** V1.0 style; versions before 1 are unfinished products. */
  version: /^V[1-9]\d{0,2}(?:\.\d{1,3}){1,2}$/,
  /** A specification named after nothing, a way of billing or a unit. */
  emptySpecName:
    /^(?:规格|套餐|版本|spec(?:ification)?|plan|package|sku)\s*[\d一二三四五六七八九十a-z]?$/i,
  billingWord:
    /^(?:包?(?:年|月)|年付|月付|按(?:年|月|次|量|需)|一次性|年|月|次|year(?:ly)?|month(?:ly)?|one[\s-]?time|once)$/i,
  unitWord: /^(?:\d*\s*)(?:套|次|个|台|件|份|人天|人月|天|小时|set|time|piece|unit|day|hour)s?$/i,
  /** Resident identity numbers and e-mail addresses: personal data must be masked. */
  personalData: /(?<![\dXx])\d{17}[\dXx](?![\dXx])|(?<!\d)1[3-9]\d{9}(?!\d)/,
  askUs:
    /(?:价格|费用|报价)?(?:面议|详询|询价|咨询客服|联系(?:我们|客服|商家)(?:报价|询价|获取价格|了解价格)?)|请?(?:咨询|联系)(?:我们|客服|商家)|contact us|ask (?:us|for (?:a )?(?:price|quote))|call for price/i,
  askPrice:
    /(?:价格|费用|报价)[^。；;,.，]{0,6}(?:面议|详询|咨询|询问|联系)|(?:联系|咨询)(?:我们|客服|商家)[^。；;,.，]{0,6}(?:价格|报价|费用)|contact us for (?:a )?(?:price|quote|pricing)/i,
} as const satisfies Record<string, RegExp>;

export type PatternName = keyof typeof PATTERNS;
