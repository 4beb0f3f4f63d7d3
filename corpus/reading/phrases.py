"""Wording that tells a topic phrase (推进高水平创新载体建设。) from a statement (过去40年是…大发展。)."""

from __future__ import annotations

import re

VERBS = frozenset(
    "推进 推动 加快 加强 加大 坚持 完善 健全 建立 构建 建设 打造 培育 发展 大力 全力 积极 全面 深入 深化 强化 优化 提升 "
    "提高 促进 实施 实行 实现 落实 支持 鼓励 引导 规范 严格 统筹 创新 拓展 拓宽 扩大 稳定 保障 保护 保持 营造 夯实 "
    "突出 聚焦 抓好 抓紧 抓住 做好 做强 做大 做优 办好 搞好 管好 用好 打好 打通 打赢 激发 释放 增强 增加 改善 改进 改革 "
    "开展 组织 制定 明确 确定 确保 探索 推广 推行 普及 丰富 壮大 汇聚 集聚 凝聚 吸引 引进 培养 选拔 使用 整合 优先 合理 "
    "科学 有效 有序 切实 认真 努力 充分 着力 持续 继续 进一步 不断 稳步 扎实 牢固 广泛 主动 自觉 依法 严肃 严厉 严守 "
    "坚决 坚定 高度 高质量 高标准 高水平 多措并举 多管齐下 多渠道 千方百计 因地制宜 分类 分级 分步 逐步 率先 同步 协同 联合 共同 "
    "共建 共享 合作 对接 衔接 融入 服务 简化 精简 压缩 清理 取消 降低 减轻 减少 放宽 放开 放活 缩短 限制 控制 防止 防范 "
    "化解 遏制 杜绝 打击 查处 整治 整顿 治理 监督 监管 督促 督查 检查 评估 考核 试行 试点 启动 开放 开拓 开发 利用 发挥 "
    "赋予 授权 下放 转变 转型 转化 改造 升级 更新 更加 更好 繁荣 振兴 弘扬 传承 倡导 践行 宣传 普查 摸底 排查 便利 畅通 "
    "疏通 理顺 调整 调动 动员 号召 指导 领导 带动 带领 牵头 协调 配合 维护 巩固 捍卫 守住 筑牢 兜住 兜牢 织密 补齐 补充 "
    "补强 填补 解决 破解 破除 消除 克服 应对 适应 把握 把好 树立 遵循 贯彻 学习 领会 认识 正确 妥善 稳妥 慎重 适度 适时 "
    "及时 尽快 加紧 从严 从快 以 让 使 把 将 对 为 与 在 面向 围绕 立足 依托 借助 通过 按照 根据 瞄准 紧扣 紧盯 紧抓 用足 用活 "
    "激励 奖励 补贴 资助 扶持 帮扶 救助 安置 提供 供给 保证 保全 储备 试验 布局 规划 谋划 设立 设置 组建 成立 建好 建强 "
    "盘活 活跃 扩展 延伸 链接 联通 连接 贯通 融合 数字化 智能化 绿色 低碳 安全 突破 攻克 攻坚 抢占 抢抓 再创 争创 争取 "
    "提前 允许 准许 禁止 促使 试行 施行 执行 履行 回归 回应 加注 注重 重视 关心 关爱 尊重 信任 包容 审慎 公正 公开 公平 "
    "大幅 显著 明显 精准 精心 精细 创造 创建 创设 创优 落细 压实 压紧 扛起 挖掘 激活 推介 推荐 推出 推开 展示 展现 讲好 "
    "筹措 筹集 征集 募集 归集 汇集 采集 收集 分析 研究 研判 研发 攻关 孵化 转移 承接 引育 招引 留住 用人 选好 配强 配齐 "
    "下大气力 下大力气 对标 压减 构筑 锻造 铸牢 铸就 厚植 涵养 培植 播撒 唤醒 点亮 擦亮 叫响 唱响 奏响".split()
)
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
