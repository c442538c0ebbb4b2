package workqueue.spec.oracle;

/** An item on a queue: of Media Foundation what a put makes and a run of it answers. */
record Place(long queue, long item) {}
