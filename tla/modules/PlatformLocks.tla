---------------------------- MODULE PlatformLocks ----------------------------
(***************************************************************************)
(* What keeps Media Foundation's platform running: starts, locks that the  *)
(* application takes (MFLockPlatform), and locks that results hold.        *)
(***************************************************************************)
EXTENDS Integers, FiniteSets

CONSTANTS
  Results,    \* results, as MFCreateAsyncResult makes them
  KeepsLocks, \* is the lock of a released result kept until shutdown? (the sources differ)
  HasLimit    \* does a shutdown give up waiting?

ASSUME KeepsLocks \in BOOLEAN /\ HasLimit \in BOOLEAN

VARIABLES
  startups,  \* starts less shutdowns
  own,       \* the lock of the platform itself: 0 or 1
  explicit,  \* the application's locks less its unlocks
  live,      \* results that are referred to
  holding,   \* those of them that hold a lock
  kept,      \* locks of results that were released
  closing,   \* the last shutdown is waiting
  expired    \* and has waited long enough

vars == <<startups, own, explicit, live, holding, kept, closing, expired>>

LockCount == own + explicit + Cardinality(holding) + kept
Running   == startups > 0 /\ LockCount > 0             \* [MF-4]

TypeOK ==
  /\ startups \in Nat /\ own \in {0, 1} /\ explicit \in Int /\ kept \in Nat
  /\ holding \subseteq live /\ live \subseteq Results
  /\ closing \in BOOLEAN /\ expired \in BOOLEAN

Init ==
  /\ startups = 0 /\ own = 0 /\ explicit = 0 /\ kept = 0
  /\ live = {} /\ holding = {}
  /\ closing = FALSE /\ expired = FALSE

Startup ==
  /\ ~closing
  /\ startups' = startups + 1
  /\ own' = 1                                          \* [MF-5]
  /\ UNCHANGED <<explicit, live, holding, kept, closing, expired>>

ShutdownNested ==
  /\ startups > 1
  /\ startups' = startups - 1
  /\ UNCHANGED <<own, explicit, live, holding, kept, closing, expired>>

ShutdownBegin ==
  /\ startups = 1
  /\ startups' = 0
  /\ closing' = TRUE
  /\ UNCHANGED <<own, explicit, live, holding, kept, expired>>

(* The limit has several values in the documents: here it is a moment. *)
Expire ==
  /\ HasLimit /\ closing /\ ~expired
  /\ expired' = TRUE
  /\ UNCHANGED <<startups, own, explicit, live, holding, kept, closing>>

ShutdownReturn ==
  /\ closing
  /\ (holding = {} /\ explicit <= 0) \/ expired        \* [MF-8]
  /\ closing' = FALSE /\ expired' = FALSE
  /\ own' = 0 /\ holding' = {} /\ kept' = 0            \* [MF-10]
  /\ UNCHANGED <<startups, explicit, live>>

LockPlatform ==
  /\ explicit' = explicit + 1                          \* [MF-9]
  /\ UNCHANGED <<startups, own, live, holding, kept, closing, expired>>

UnlockPlatform ==
  /\ explicit' = explicit - 1                          \* [MF-9]
  /\ UNCHANGED <<startups, own, live, holding, kept, closing, expired>>

(* A result can be made before the platform is started, [MF-12]. *)
Create(r) ==
  /\ r \notin live
  /\ live' = live \cup {r}
  /\ holding' = holding \cup {r}                       \* [MF-10]
  /\ kept' = IF kept > 0 THEN kept - 1 ELSE 0
  /\ UNCHANGED <<startups, own, explicit, closing, expired>>

Release(r) ==
  /\ r \in live
  /\ live' = live \ {r}
  /\ holding' = holding \ {r}
  /\ kept' = IF KeepsLocks /\ r \in holding THEN kept + 1 ELSE kept
  /\ UNCHANGED <<startups, own, explicit, closing, expired>>

(* Keeping locks is a choice that may be given up at any time. *)
Collect ==
  /\ kept > 0
  /\ kept' = kept - 1
  /\ UNCHANGED <<startups, own, explicit, live, holding, closing, expired>>

Next ==
  \/ Startup \/ ShutdownNested \/ ShutdownBegin \/ Expire \/ ShutdownReturn
  \/ LockPlatform \/ UnlockPlatform \/ Collect
  \/ \E r \in Results : Create(r) \/ Release(r)

Spec == Init /\ [][Next]_vars
FairSpec == Spec /\ WF_vars(Expire) /\ WF_vars(ShutdownReturn)

-----------------------------------------------------------------------------
(* [MF-10] A result holds its lock until it is released or all is shut down. *)
ResultsHoldLocks ==
  [][/\ \A r \in holding \ holding' : r \notin live' \/ (closing /\ ~closing')
     /\ live' \ live \subseteq holding']_vars

(* [MF-10] However long locks are kept, there are never more than results lived. *)
LocksOfResults == Cardinality(holding) + kept <= Cardinality(Results)

(* [MF-5] A platform that is started and not unlocked by hand runs. *)
StartedRuns == startups > 0 /\ explicit >= 0 => Running

(* [MF-8] Shutdown waits for the locks, or for its limit ... *)
ShutdownWaits ==
  [][closing /\ ~closing' => (holding = {} /\ explicit <= 0) \/ expired]_vars

(* ... and no longer. *)
ShutdownReturns == closing ~> ~closing
==============================================================================
