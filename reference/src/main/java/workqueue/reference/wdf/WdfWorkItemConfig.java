package workqueue.reference.wdf;

/**
 * How a work item is to behave (WDF_WORKITEM_CONFIG).
 *
 * @param evtWorkItem what a run calls; null makes the creation fail (rule WDF-3)
 * @param automaticSerialization whether the callback excludes the others under the device's synchronization scope
 */
public record WdfWorkItemConfig(EvtWorkItem evtWorkItem, boolean automaticSerialization) {
    /** The default, which serializes (WDF_WORKITEM_CONFIG_INIT). */
    public static WdfWorkItemConfig init(EvtWorkItem evtWorkItem) {
        return new WdfWorkItemConfig(evtWorkItem, true);
    }

    /** The same callback, serialized or not. */
    public WdfWorkItemConfig withAutomaticSerialization(boolean serialized) {
        return new WdfWorkItemConfig(evtWorkItem, serialized);
    }
}
