package workqueue.reference.nt;

/** The NTSTATUS values that the families answer, with their numbers. */
public enum NtStatus {
    STATUS_SUCCESS(0x00000000),
    STATUS_UNSUCCESSFUL(0xC0000001),
    STATUS_INVALID_PARAMETER(0xC000000D),
    STATUS_INVALID_DEVICE_REQUEST(0xC0000010),
    STATUS_DELETE_PENDING(0xC0000056),
    STATUS_INSUFFICIENT_RESOURCES(0xC000009A),
    STATUS_INVALID_PARAMETER_2(0xC00000F0),
    STATUS_WDF_OBJECT_ATTRIBUTES_INVALID(0xC0200209),
    STATUS_WDF_INCOMPATIBLE_EXECUTION_LEVEL(0xC020020C),
    STATUS_WDF_SYNCHRONIZATION_SCOPE_INVALID(0xC0200210),
    STATUS_WDF_EXECUTION_LEVEL_INVALID(0xC0200211),
    STATUS_WDF_PARENT_NOT_SPECIFIED(0xC0200212);

    private final int code;

    NtStatus(int code) {
        this.code = code;
    }

    /** The number, as the C headers have it; negative for an error. */
    public int code() {
        return code;
    }

    /** Whether the status reports success, as the macro {@code NT_SUCCESS} says: the number is not negative. */
    public boolean isSuccess() {
        return code >= 0;
    }
}
