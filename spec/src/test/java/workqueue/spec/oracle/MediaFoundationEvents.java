package workqueue.spec.oracle;

/** Events of profile {@code mf} that tests put together. */
final class MediaFoundationEvents {
    static final String AT_REST = "\"profile\":\"mf\",\"end\":\"ok\"";
    static final String CUT = "\"profile\":\"mf\",\"end\":\"cut\"";

    static final String STARTED = """
            {"seq":0,"thread":1,"kind":"invoke","op":"startup"}
            {"seq":1,"thread":1,"kind":"return","op":"startup","result":"0x00000000"}
            """;
    /** Queue 65537 is serial; with argument 2 it is multithreaded. */
    static final String ALLOCATED = STARTED + """
                    {"seq":2,"thread":1,"kind":"invoke","op":"allocate_queue","arg":0}
                    {"seq":3,"thread":1,"kind":"return","op":"allocate_queue","queue":65537,"result":"0x00000000"}
                    """;

    static final String PUT = """
            {"seq":10,"thread":1,"kind":"invoke","op":"put","queue":65537,"item":1}
            {"seq":11,"thread":1,"kind":"return","op":"put","queue":65537,"item":1,"result":"0x00000000"}
            """;
    static final String PUT_2 = """
            {"seq":12,"thread":1,"kind":"invoke","op":"put_ex","queue":65537,"item":2}
            {"seq":13,"thread":1,"kind":"return","op":"put_ex","queue":65537,"item":2,"result":"0x00000000"}
            """;
    static final String RUN = """
            {"seq":20,"thread":9,"kind":"begin","op":"run","queue":65537,"item":1}
            {"seq":21,"thread":9,"kind":"end","op":"run","queue":65537,"item":1}
            """;
    static final String UNLOCK = """
            {"seq":30,"thread":1,"kind":"invoke","op":"unlock_queue","queue":65537}
            {"seq":31,"thread":1,"kind":"return","op":"unlock_queue","queue":65537,"result":"0x00000000"}
            """;
    static final String SHUTDOWN = """
            {"seq":40,"thread":1,"kind":"invoke","op":"shutdown"}
            {"seq":41,"thread":1,"kind":"return","op":"shutdown","result":"0x00000000"}
            """;

    /** The same events somewhere else in the order. */
    static String at(int seq, String events) {
        StringBuilder moved = new StringBuilder();
        int next = seq;
        for (String line : events.lines().toList()) {
            moved.append(line.replaceAll("\"seq\":\\d+", "\"seq\":" + next++)).append('\n');
        }
        return moved.toString();
    }

    static String multithreaded(String events) {
        return events.replace("\"arg\":0", "\"arg\":2");
    }

    static String answering(String status, String events) {
        return events.replace("0x00000000", status);
    }

    private MediaFoundationEvents() {}
}
