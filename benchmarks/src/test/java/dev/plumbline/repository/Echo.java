package dev.plumbline.repository;

/** Stands for the server and the collector: prints its process id, then its arguments, one a line. */
public final class Echo {
    private Echo() {}

    /** Prints and ends. */
    public static void main(String[] arguments) {
        System.out.println(ProcessHandle.current().pid());
        for (String argument : arguments) {
            System.out.println(argument);
        }
    }
}
