/** A minimal runtime of the work-item APIs; it depends on nothing. */
module workqueue.reference {
    exports workqueue.reference.core;
    exports workqueue.reference.nt;
    exports workqueue.reference.wdf;
    exports workqueue.reference.mf;
    exports workqueue.reference.ks;
    exports workqueue.reference.io;
}
