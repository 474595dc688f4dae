"""What single rooms leave in the output, made in this process from small documents and from the sample content."""
