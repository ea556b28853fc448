/** Ambulances on the command line: coverage and siting. */
export const ambulance = {
  'option.model':
    'lscp（最少几处可覆盖全部）、mclp（给定处数覆盖最多）、pmedian（平均最短）、pcenter（最远者最近）、mexclp（车辆会忙时期望覆盖最多）',
  'option.matrix': '自己的算例：CSV 表，表头 id,demand,<选址编号…>，每行一个需求点，格内为分钟，走不通则留空',
  'option.sites': '选几处；mexclp 为几辆车，一处可放多辆',
  'option.within': '多少分钟内算覆盖；用于 pmedian 与 pcenter 时为任何人最多多久',
  'option.busy': '一辆车忙碌的时间占比，0 到 1 以下（mexclp）',
  'option.seconds': '求解时限，秒（默认 60）；超时给出已找到的最好方案及其差距',
  'siting.lscp': '至少 {{objective}} 处可使每个需求点都在 {{within}} 分钟内。',
  'siting.mclp': '{{sites}} 处可在 {{within}} 分钟内覆盖 {{objective}}，共 {{total}}。',
  'siting.pmedian': '{{sites}} 处时，按需求加权的平均为 {{objective}} 分钟。',
  'siting.pcenter': '{{sites}} 处时，最远者 {{objective}} 分钟。',
  'siting.mexclp': '{{sites}} 辆车在 {{within}} 分钟内的期望覆盖为 {{objective}}，共 {{total}}。',
  'siting.chosen': '选址：{{names}}',
  'siting.proved': '已证明最优：界与目标值相等。',
  'siting.gap': '未证明最优：界为 {{bound}}，差距 {{gap}}。',
  'siting.uncovered': '{{count}} 个需求点仍在范围外：{{names}}',
} as const;
