package dev.plumbline.repository;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which packages of a module use which others, folder by folder below the module's root.
 *
 * @param arrows for each folder those that it uses; the root's own classes are {@value #MAIN}
 */
record PackageArrows(Map<String, Set<String>> arrows) {

    private static final String MAIN = "main";

    /** The arrows of compiled classes. */
    static PackageArrows of(JavaClasses classes, String module) {
        Map<String, Set<String>> arrows = new TreeMap<>();
        String root = "dev.plumbline." + module;
        for (JavaClass one : classes) {
            String from = folder(one, root);
            for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                String to = target.getPackageName().startsWith(root) ? folder(target, root) : from;
                if (!to.equals(from)) {
                    arrows.computeIfAbsent(from, key -> new TreeSet<>()).add(to);
                }
            }
        }
        return new PackageArrows(arrows);
    }

    /** The arrows that a document draws in the block {@code subgraph MODULE}, in lines like {@code a --> b & c}. */
    static PackageArrows drawn(Path document, String module) {
        Map<String, Set<String>> arrows = new TreeMap<>();
        boolean inside = false;
        for (String line : lines(document)) {
            String text = line.strip();
            if (text.startsWith("subgraph ")) {
                inside = text.equals("subgraph " + module);
            } else if (text.equals("end")) {
                inside = false;
            } else if (inside && text.contains(" --> ")) {
                String[] ends = text.split(" --> ", 2);
                arrows.computeIfAbsent(ends[0], key -> new TreeSet<>()).addAll(Set.of(ends[1].split(" & ")));
            }
        }
        return new PackageArrows(arrows);
    }

    /** Without the arrows that a longer way stands for. */
    PackageArrows reduced() {
        Map<String, Set<String>> kept = new TreeMap<>();
        arrows.forEach((from, targets) -> {
            Set<String> direct = targets.stream()
                    .filter(to -> targets.stream()
                            .noneMatch(
                                    other -> !other.equals(to) && below(other).contains(to)))
                    .collect(Collectors.toCollection(TreeSet::new));
            kept.put(from, direct);
        });
        return new PackageArrows(kept);
    }

    /** Everything that a folder uses, directly or through others. */
    private Set<String> below(String folder) {
        Set<String> seen = new HashSet<>();
        gather(folder, seen);
        return seen;
    }

    private void gather(String folder, Set<String> seen) {
        for (String next : arrows.getOrDefault(folder, Set.of())) {
            if (seen.add(next)) {
                gather(next, seen);
            }
        }
    }

    /** The lines as the document has them. */
    @Override
    public String toString() {
        return arrows.entrySet().stream()
                .map(entry -> "        " + entry.getKey() + " --> " + String.join(" & ", entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String folder(JavaClass one, String root) {
        String name = one.getPackageName();
        if (name.equals(root)) {
            return MAIN;
        }
        String below = name.substring(root.length() + 1);
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    private static Iterable<String> lines(Path document) {
        try {
            return Files.readAllLines(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
