package workqueue.tla;

/** A program that runs a model that takes long. */
final class EndlessRun {
    private EndlessRun() {}

    public static void main(String[] args) throws InterruptedException {
        new Tlc().withProgress(p -> System.out.println("running")).run(model());
    }

    static Model model() {
        return Models.load().of(Tier.OVERNIGHT).get(0);
    }
}
