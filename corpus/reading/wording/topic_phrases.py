"""Wording that tells a topic phrase (推进高水平创新载体建设。) from a statement (过去40年是…大发展。)."""

from __future__ import annotations

import re

_VERBS = """
下大力气 下大气力 下放 不断 与 严厉 严守 严格 严肃 丰富 为 主动 争创 争取 从严
从快 以 优先 优化 传承 低碳 使 使用 供给 依托 依法 便利 促使 促进 保全 保护
保持 保证 保障 信任 借助 倡导 做优 做大 做好 做强 健全 储备 允许 充分 克服 兜住
兜牢 全力 全面 公平 公开 公正 共享 共同 共建 关心 关爱 再创 准许 减少 减轻 凝聚
分析 分步 分类 分级 切实 创优 创建 创新 创设 创造 利用 制定 办好 加大 加强 加快
加注 加紧 动员 努力 募集 包容 化解 千方百计 升级 协同 协调 压减 压实 压紧 压缩
厚植 及时 发展 发挥 取消 叫响 号召 合作 合理 同步 启动 吸引 唤醒 唱响 回应 回归
因地制宜 围绕 在 坚决 坚定 坚持 培养 培植 培育 填补 增加 增强 壮大 多措并举
多渠道 多管齐下 大力 大幅 夯实 奏响 奖励 妥善 学习 孵化 守住 安全 安置 完善 实施
实现 实行 审慎 宣传 对 对接 对标 将 尊重 尽快 展现 展示 履行 巩固 布局 带动
带领 帮扶 广泛 应对 延伸 建好 建强 建立 建设 开发 开展 开拓 开放 引导 引育 引进
弘扬 强化 归集 征集 慎重 成立 扎实 打击 打好 打赢 打通 打造 扛起 执行 扩大 扩展
扶持 承接 把 把好 把握 抓住 抓好 抓紧 抢占 抢抓 拓宽 拓展 招引 持续 指导 按照
挖掘 振兴 捍卫 授权 排查 探索 控制 推介 推出 推动 推广 推开 推荐 推行 推进 提供
提前 提升 提高 搞好 摸底 播撒 擦亮 支持 收集 改善 改进 改造 改革 攻克 攻关 攻坚
放宽 放开 放活 救助 数字化 整合 整治 整顿 施行 明显 明确 显著 普及 普查 智能化
更加 更好 更新 有序 有效 服务 杜绝 构建 构筑 查处 树立 根据 检查 正确 汇聚 汇集
治理 注重 活跃 消除 涵养 深入 深化 清理 激励 激发 激活 点亮 牢固 牵头 率先 理顺
用人 用好 用活 用足 畅通 留住 疏通 监督 监管 盘活 着力 督促 督查 瞄准 研判 研发
研究 破解 破除 确保 确定 禁止 科学 积极 稳妥 稳定 稳步 突出 突破 立足 筑牢 筹措
筹集 简化 管好 精准 精心 精简 精细 紧扣 紧抓 紧盯 繁荣 组建 组织 织密 统筹 继续
维护 绿色 缩短 考核 联合 联通 聚焦 自觉 营造 落实 落细 融入 融合 衔接 补充 补强
补贴 补齐 规划 规范 解决 认真 认识 让 讲好 设立 设置 评估 试点 试行 试验 调动
调整 谋划 贯彻 贯通 资助 赋予 践行 转化 转变 转型 转移 进一步 连接 适应 适度
适时 选好 选拔 逐步 通过 遏制 遵循 配合 配强 配齐 采集 释放 重视 铸就 铸牢 链接
锻造 防止 防范 降低 限制 集聚 面向 领会 领导 高度 高标准 高水平 高质量 鼓励
"""
VERBS = frozenset(_VERBS.split())
"""Words that open a directive in policy writing."""

_NOUNS = re.compile(
    r"(?:意义|思想|原则|目标|要求|范围|步骤|任务|措施|内容|对象|方法|方式|保障|分工|时间|背景|现状|形势|问题|条件|程序|"
    r"标准|重点|思路|定位|依据|定义|概述|安排|机制|体系|指标|方针|基础|成效|进展|经验|建议|展望|结语|情况|要点|职责|期限|来源|用途|管理|制度|责任|纪律|组织|政策|精神|评估|总结|验收|实施|落实|排查|整改|监督|公示)$"
)
_STATES = re.compile(
    r"(?<!特别)(?<!尤其)是(?!否)|我们|我国|你|他们|她|咱|它|(?<![重主需必只不])要(?![求素点件闻领])|应当|必须|可以|不得|能够|已经|正在|仍然|"
    r"就(?!业|地|近|医|学|绪)|了(?!解)|这|那(?!曲)|其中|此外|同时|因此|所以|但是|然而|如果|虽然|什么|怎么|吗|呢|吧|今年|去年|目前|当前|近年"
)
LONGEST_TOPIC = 42


def opens_with_verb(text: str) -> bool:
    """Whether a text opens with a verb (or its adverb) of policy writing."""
    return any(text.startswith(verb) for verb in _heads(text))


def _heads(text: str) -> tuple[str, ...]:
    return tuple(text[:length] for length in (4, 3, 2, 1) if text[:length] in VERBS)


def is_topic(sentence: str) -> bool:
    """Whether a sentence (without marker) names a topic: short, opening with a directive or a plain noun."""
    bare = sentence.rstrip("。")
    if not 2 <= len(bare) <= LONGEST_TOPIC or re.search(r"[；：？！;:?!]", bare):
        return False
    if len(bare) <= 10 and _NOUNS.search(bare) and not re.search(r"[，,]", bare):
        return True
    return opens_with_verb(bare) and not _STATES.search(bare)
