"""From a file as it lies on the disk to a Document: outline, canonical text and sections, nothing lost or mended."""
