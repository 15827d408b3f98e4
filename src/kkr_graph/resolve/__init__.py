"""Who is who, and who sat where: mentions to people, appointments to tenures."""
