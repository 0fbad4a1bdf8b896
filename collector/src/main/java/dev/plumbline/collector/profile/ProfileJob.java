package dev.plumbline.collector.profile;

import dev.plumbline.analysis.profile.Profile;
import dev.plumbline.analysis.profile.ProfiledEvent;
import dev.plumbline.analysis.profile.ProfiledEvent.Sampling;
import dev.plumbline.analysis.profile.difference.DifferenceJudge;
import dev.plumbline.analysis.profile.difference.DifferenceSettings;
import dev.plumbline.analysis.profile.difference.ProfileDifference;
import dev.plumbline.analysis.profile.difference.Side;
import dev.plumbline.analysis.report.profile.ProfileDifferenceText;
import dev.plumbline.analysis.report.profile.ProfileText;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.text.TableStyle;
import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.command.OutputOptions;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.terminal.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows a profile, or what differs between two. */
final class ProfileJob {

    /** With more code without symbols than this, a difference between two builds says little. */
    private static final double WITHOUT_SYMBOLS = 0.2;

    private final ProfileFile files;
    private final Console console;
    private final String event;
    private final int most;
    private final OutputOptions.Form form;
    private final TableStyle style;

    ProfileJob(ProfileFile files, Console console, String event, int most, OutputOptions.Form form, TableStyle style) {
        this.files = files;
        this.console = console;
        this.event = event;
        this.most = most;
        this.form = form;
        this.style = style;
        if (form == OutputOptions.Form.CSV) {
            throw new UsageException("profiles aren't written as CSV; use --json or --markdown");
        }
    }

    /** Shows one profile. */
    int show(Path file, boolean tree) {
        Profile profile = files.read(file);
        ProfiledEvent shown = event.isEmpty() ? profile.events().get(0) : chosen(file, profile);
        String name = Printable.line(file.toString().replace('\\', '/'));
        console.result(
                switch (form) {
                    case JSON -> ProfileJson.of(profile, shown);
                    case MARKDOWN -> ProfileText.markdown(name, profile, shown, most);
                    case TEXT, CSV -> ProfileText.render(name, profile, shown, most, tree, style);
                });
        return ExitCode.DONE;
    }

    /**
     * Shows what differs.
     *
     * @param operations of base and head; empty if they aren't known
     */
    int compare(List<Path> base, List<Path> head, List<Double> operations) {
        List<Profile> before = base.stream().map(files::read).toList();
        List<Profile> after = head.stream().map(files::read).toList();
        String name = event.isEmpty() ? common(before, after) : event;
        Side older = side(base, before, name, operations.isEmpty() ? Double.NaN : operations.get(0));
        Side newer = side(head, after, name, operations.isEmpty() ? Double.NaN : operations.get(1));
        warn(older, newer);
        ProfileDifference difference = DifferenceJudge.compare(older, newer, DifferenceSettings.defaults());
        console.result(
                switch (form) {
                    case JSON -> ProfileDifferenceJson.of(difference);
                    case MARKDOWN -> ProfileDifferenceText.markdown(difference, most);
                    case TEXT, CSV -> ProfileDifferenceText.render(difference, most, style);
                });
        return ExitCode.DONE;
    }

    /** The first event of the base that every file has. */
    private static String common(List<Profile> before, List<Profile> after) {
        return before.get(0).events().stream()
                .map(ProfiledEvent::name)
                .filter(name -> Stream.concat(before.stream(), after.stream())
                        .allMatch(profile -> profile.event(name).isPresent()))
                .findFirst()
                .orElseThrow(() -> new UsageException("the two sides have no event in common: the base has "
                        + names(before.get(0)) + ", the head " + names(after.get(0))));
    }

    private Side side(List<Path> paths, List<Profile> profiles, String name, double operations) {
        List<ProfiledEvent> recordings = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            Path path = paths.get(i);
            Profile profile = profiles.get(i);
            recordings.add(profile.event(name).orElseThrow(() -> missing(path, profile, name)));
        }
        return new Side(recordings, operations);
    }

    private void warn(Side base, Side head) {
        double without = Stream.concat(base.recordings().stream(), head.recordings().stream())
                .mapToDouble(ProfiledEvent::shareWithoutSymbols)
                .max()
                .orElse(0);
        if (without > WITHOUT_SYMBOLS) {
            console.warning(
                    Math.round(100 * without) + " % of a side is code without symbols: it is grouped by library, and"
                            + " what changed within one can't be seen; build with symbols, or give"
                            + " the profiler's file with symbols");
        }
        if (!base.recordings().get(0).unit().equals(head.recordings().get(0).unit())) {
            console.warning("the two sides have different units; shares can be compared, weights can't");
        }
        boolean sampled = base.recordings().get(0).sampling() == Sampling.SAMPLED;
        if (sampled && base.recordings().size() + head.recordings().size() == 2) {
            console.note("one recording per side: how much recordings of the same code differ is assumed; give several"
                    + " (--base, --head) to know it");
        }
    }

    private ProfiledEvent chosen(Path file, Profile profile) {
        return profile.event(event).orElseThrow(() -> missing(file, profile, event));
    }

    private static UsageException missing(Path file, Profile profile, String name) {
        return new UsageException(
                Printable.line(file.toString()) + ": no event " + Printable.line(name) + "; it has " + names(profile));
    }

    private static String names(Profile profile) {
        return profile.events().stream()
                .map(each -> Printable.line(each.name()))
                .collect(Collectors.joining(", "));
    }
}
