package dev.plumbline.collector.harness;

import java.util.Arrays;
import java.util.Iterator;

/** The names of all harnesses, as the help of an option lists them. */
public final class HarnessIds implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(HarnessCommand.values()).map(HarnessCommand::id).iterator();
    }
}
