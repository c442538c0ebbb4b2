package workqueue.spec.oracle;

/** An item on a queue: what a put of Media Foundation makes and a run of it answers. */
record Place(long queue, long item) {}
