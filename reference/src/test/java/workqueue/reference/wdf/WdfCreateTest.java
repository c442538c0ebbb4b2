package workqueue.reference.wdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workqueue.reference.core.Dedup;
import workqueue.reference.core.WorkQueue;
import workqueue.reference.nt.BugCheck;
import workqueue.reference.nt.NtStatus;

/** Creation of work items, and what it answers. */
class WdfCreateTest extends WdfFixture {
    private final WdfWorkItemConfig config = WdfWorkItemConfig.init(item -> log.add("run"));

    private void assertRefused(NtStatus status, WdfWorkItemConfig config, WdfObjectAttributes attributes) {
        Created<WdfWorkItem> created = WdfWorkItem.create(config, attributes);
        assertEquals(status, created.status());
        assertNull(created.object());
    }

    @Test
    @Tag("WDF-1")
    void WDF_1_withoutParentThereIsNoItem() {
        assertRefused(NtStatus.STATUS_WDF_PARENT_NOT_SPECIFIED, config, null);
        assertRefused(NtStatus.STATUS_WDF_PARENT_NOT_SPECIFIED, config, WdfObjectAttributes.init());
    }

    @Test
    @Tag("WDF-2")
    void WDF_2_parentMustHaveADeviceAboveIt() {
        WdfGeneralObject stray = created(WdfGeneralObject.create(null));
        WdfGeneralObject below = object(stray, "below");
        WdfObjectAttributes attributes = WdfObjectAttributes.init();
        assertRefused(NtStatus.STATUS_INVALID_DEVICE_REQUEST, config, attributes.withParent(stray));
        assertRefused(NtStatus.STATUS_INVALID_DEVICE_REQUEST, config, attributes.withParent(below));
    }

    @Test
    @Tag("WDF-2")
    void WDF_2_parentMayBeADeviceOrAnythingBelowOne() {
        WdfDevice device = device();
        WdfGeneralObject child = object(device, "child");
        WdfGeneralObject grandchild = object(child, "grandchild");
        WdfWorkItem item = item(device, i -> {});
        for (WdfObject parent : List.of(device, child, grandchild, item)) {
            assertSame(parent, item(parent, i -> {}).getParentObject());
        }
    }

    @Test
    @Tag("WDF-3")
    void WDF_3_nullCallbackIsAnInvalidParameter() {
        assertRefused(
                NtStatus.STATUS_INVALID_PARAMETER,
                WdfWorkItemConfig.init(null),
                WdfObjectAttributes.init().withParent(device()));
    }

    @Test
    void nullConfigurationIsABugCheck() {
        WdfObjectAttributes attributes = WdfObjectAttributes.init().withParent(device());
        assertViolation(4, () -> WdfWorkItem.create(null, attributes));
    }

    @ParameterizedTest
    @Tag("WDF-5")
    @Tag("WDF-19")
    @Tag("XW-1")
    @CsvSource({
        "NONE, PASSIVE, true, STATUS_SUCCESS",
        "NONE, DISPATCH, true, STATUS_SUCCESS",
        "INHERIT_FROM_PARENT, INHERIT_FROM_PARENT, true, STATUS_SUCCESS",
        "DEVICE, PASSIVE, true, STATUS_SUCCESS",
        "QUEUE, PASSIVE, true, STATUS_SUCCESS",
        "DEVICE, DISPATCH, true, STATUS_WDF_INCOMPATIBLE_EXECUTION_LEVEL",
        "QUEUE, DISPATCH, true, STATUS_WDF_INCOMPATIBLE_EXECUTION_LEVEL",
        "DEVICE, INHERIT_FROM_PARENT, true, STATUS_WDF_INCOMPATIBLE_EXECUTION_LEVEL",
        "DEVICE, DISPATCH, false, STATUS_SUCCESS",
        "QUEUE, DISPATCH, false, STATUS_SUCCESS",
    })
    void WDF_5_serializationNeedsAPassiveParentOnlyIfTheParentSynchronizes(
            SynchronizationScope scope, ExecutionLevel level, boolean serialized, NtStatus expected) {
        WdfDevice device = device(systemWorkers, scope, level);
        WdfObject below = object(device, "below");
        for (WdfObject parent : List.of(device, below)) {
            Created<WdfWorkItem> created = WdfWorkItem.create(
                    config.withAutomaticSerialization(serialized),
                    WdfObjectAttributes.init().withParent(parent));
            assertEquals(expected, created.status());
        }
    }

    @Test
    @Tag("WDF-6")
    void WDF_6_failedCreationLeavesNothingBehind() {
        WdfDevice device = device(systemWorkers, SynchronizationScope.DEVICE, ExecutionLevel.DISPATCH);
        assertRefused(
                NtStatus.STATUS_WDF_INCOMPATIBLE_EXECUTION_LEVEL,
                config,
                noting("item").withParent(device));
        device.delete();
        assertEquals(List.of("device cleanup", "device destroy"), log);
        assertEquals(List.of(), factory.threads);
    }

    @Test
    @Tag("WDF-7")
    void WDF_7_creationTakesNoThread() {
        WdfDevice device = device();
        for (int n = 0; n < 100; n++) {
            item(device, i -> {});
        }
        assertEquals(List.of(), factory.threads);
    }

    @Test
    void scopeAndLevelOfAnItemAreInherited() {
        WdfObjectAttributes given = WdfObjectAttributes.init().withParent(device());
        NtStatus scope = NtStatus.STATUS_WDF_SYNCHRONIZATION_SCOPE_INVALID;
        NtStatus level = NtStatus.STATUS_WDF_EXECUTION_LEVEL_INVALID;
        assertRefused(scope, config, given.withSynchronizationScope(SynchronizationScope.DEVICE));
        assertRefused(scope, config, given.withSynchronizationScope(SynchronizationScope.QUEUE));
        assertRefused(level, config, given.withExecutionLevel(ExecutionLevel.PASSIVE));
        assertRefused(level, config, given.withExecutionLevel(ExecutionLevel.DISPATCH));
        NtStatus range = NtStatus.STATUS_WDF_OBJECT_ATTRIBUTES_INVALID;
        assertRefused(range, config, given.withSynchronizationScope(null));
        assertRefused(range, config, given.withExecutionLevel(null));
        created(WdfWorkItem.create(config, given.withSynchronizationScope(SynchronizationScope.NONE)));
        assertEquals(
                scope,
                WdfGeneralObject.create(given.withSynchronizationScope(SynchronizationScope.DEVICE))
                        .status());
    }

    /** Each line has the mistake that is named and all later ones. */
    @Test
    void mistakesAreFoundInTheFrameworksOrder() {
        WdfGeneralObject gone = created(WdfGeneralObject.create(null));
        gone.delete();
        WdfGeneralObject stray = created(WdfGeneralObject.create(null));
        WdfObjectAttributes bad = WdfObjectAttributes.init()
                .withSynchronizationScope(SynchronizationScope.DEVICE)
                .withExecutionLevel(ExecutionLevel.PASSIVE);
        WdfWorkItemConfig noCallback = WdfWorkItemConfig.init(null);
        assertRefused(NtStatus.STATUS_WDF_PARENT_NOT_SPECIFIED, null, bad);
        assertViolation(5, () -> WdfWorkItem.create(null, bad.withParent(gone)));
        assertViolation(4, () -> WdfWorkItem.create(null, bad.withParent(stray)));
        assertRefused(NtStatus.STATUS_INVALID_PARAMETER, noCallback, bad.withParent(stray));
        WdfObjectAttributes atStray = bad.withParent(stray);
        assertRefused(NtStatus.STATUS_WDF_SYNCHRONIZATION_SCOPE_INVALID, config, atStray);
        WdfObjectAttributes level = atStray.withSynchronizationScope(SynchronizationScope.INHERIT_FROM_PARENT);
        assertRefused(NtStatus.STATUS_WDF_EXECUTION_LEVEL_INVALID, config, level);
    }

    @Test
    @Tag("WDF-16")
    void WDF_16_parentThatIsGoneIsABugCheck() {
        WdfDevice device = device();
        device.delete();
        assertViolation(5, () -> item(device, i -> {}));
        assertViolation(5, () -> object(device, "object"));
    }

    @Test
    @Tag("WDF-48")
    void WDF_48_everyItemHasItsOwnContext() {
        WdfObjectAttributes attributes =
                WdfObjectAttributes.init().withParent(device()).withContext(ArrayList<String>::new);
        WdfWorkItem one = created(WdfWorkItem.create(config, attributes));
        WdfWorkItem other = created(WdfWorkItem.create(config, attributes));
        assertNotSame(one.context(List.class), other.context(List.class));
        assertSame(one.context(List.class), one.context(ArrayList.class));
        assertThrows(ClassCastException.class, () -> one.context(String.class));
        assertNull(item(device(), i -> {}).context(String.class));
    }

    @Test
    void defaultsAndNumbersAreThoseOfTheHeaders() {
        assertTrue(config.automaticSerialization());
        assertTrue(NtStatus.STATUS_SUCCESS.isSuccess());
        assertFalse(NtStatus.STATUS_INVALID_PARAMETER.isSuccess());
        assertEquals(0xC000000D, NtStatus.STATUS_INVALID_PARAMETER.code());
        assertEquals(0xC0000010, NtStatus.STATUS_INVALID_DEVICE_REQUEST.code());
        assertEquals(0xC0000056, NtStatus.STATUS_DELETE_PENDING.code());
        assertEquals(0xC0200209, NtStatus.STATUS_WDF_OBJECT_ATTRIBUTES_INVALID.code());
        assertEquals(0xC020020C, NtStatus.STATUS_WDF_INCOMPATIBLE_EXECUTION_LEVEL.code());
        assertEquals(0xC0200210, NtStatus.STATUS_WDF_SYNCHRONIZATION_SCOPE_INVALID.code());
        assertEquals(0xC0200211, NtStatus.STATUS_WDF_EXECUTION_LEVEL_INVALID.code());
        assertEquals(0xC0200212, NtStatus.STATUS_WDF_PARENT_NOT_SPECIFIED.code());
        assertEquals("bug check 0x10D (0x5, 0x1, 0x2, 0x3)", new BugCheck(0x10D, 5, 1, 2, 3).getMessage());
    }

    @Test
    void aDeviceNeedsACoalescingQueueAndNoParent() {
        WorkQueue distinct = new WorkQueue(Dedup.DISTINCT, 1, factory);
        WdfObjectAttributes attributes = WdfObjectAttributes.init();
        assertThrows(IllegalArgumentException.class, () -> WdfDevice.create(distinct, attributes));
        WdfObjectAttributes child = attributes.withParent(device());
        assertThrows(IllegalArgumentException.class, () -> WdfDevice.create(systemWorkers, child));
    }
}
