"""How quotations are checked."""
