package workqueue.reference.ks;

import workqueue.reference.nt.NtStatus;

/**
 * What a registration answers.
 *
 * @param <T> the kind of worker
 * @param status success, or why there is no worker
 * @param worker the worker, or null if the registration failed
 */
public record Registered<T>(NtStatus status, T worker) {
    static <T> Registered<T> failed(NtStatus status) {
        return new Registered<>(status, null);
    }
}
