"""What several tests share: corpora, servers, faults."""
