--------------------------- MODULE MCPlatformLocks ---------------------------
(* Bounded models of PlatformLocks: the counts grow with the calls.          *)
EXTENDS PlatformLocks

PL == INSTANCE PlatformLocks

MCStartup        == startups < 2 /\ PL!Startup
MCLockPlatform   == explicit < 1 /\ PL!LockPlatform
MCUnlockPlatform == explicit > -1 /\ PL!UnlockPlatform

(* Goal: claimed to be out of reach, and a model refutes it.                 *)
NeverUnlockedByHand == startups > 0 => Running
NeverExpired == ~(expired /\ holding # {})
==============================================================================
