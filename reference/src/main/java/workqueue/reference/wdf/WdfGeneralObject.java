package workqueue.reference.wdf;

import workqueue.reference.nt.BugCheck;
import workqueue.reference.nt.NtStatus;

/** A framework object with no purpose but its context memory and its place among the others (WdfObjectCreate). */
public final class WdfGeneralObject extends WdfObject {
    private WdfGeneralObject(WdfObjectAttributes attributes) {
        super(attributes);
    }

    /**
     * Creates an object.
     *
     * @param attributes with or without a parent; null for none at all
     * @return the object; or {@link NtStatus#STATUS_WDF_OBJECT_ATTRIBUTES_INVALID},
     *     {@link NtStatus#STATUS_WDF_SYNCHRONIZATION_SCOPE_INVALID} or
     *     {@link NtStatus#STATUS_WDF_EXECUTION_LEVEL_INVALID} for a scope or level that is not inherited,
     *     {@link NtStatus#STATUS_DELETE_PENDING} if the parent is being deleted
     * @throws BugCheck 0x10D with first parameter 5 if the parent is gone
     */
    public static Created<WdfGeneralObject> create(WdfObjectAttributes attributes) {
        WdfObjectAttributes given = attributes == null ? WdfObjectAttributes.init() : attributes;
        if (given.parent() != null) {
            given.parent().checkHandle();
        }
        NtStatus status = given.validate();
        return status.isSuccess() ? commit(new WdfGeneralObject(given)) : Created.failed(status);
    }
}
