package workqueue.reference.io;

/** A driver object, as far as work items need one: its items are of the extended kind (rule IO-1). */
public final class DriverObject extends IoObject {
    /**
     * Makes a driver.
     *
     * @param workers the system whose threads run the driver's items
     */
    public DriverObject(SystemWorkers workers) {
        super(workers);
    }
}
