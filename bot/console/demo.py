"""The short conversation that is played where nobody types: what the bot can do, in nine lines."""

from __future__ import annotations

SCRIPT = (
    "/policy search 数字工匠",
    "/policy search 数字工将",
    "/policy search 工匠 数字",
    "/policy search 量子计算机补贴标准",
    "/policy search 数字经济",
    "click 下一页",
    "click 分享到频道",
    "click 分享到频道",
    "@policy 梦想小镇是什么",
)
