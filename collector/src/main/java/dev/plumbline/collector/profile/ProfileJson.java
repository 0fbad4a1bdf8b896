package dev.plumbline.collector.profile;

import dev.plumbline.analysis.profile.FunctionWeight;
import dev.plumbline.analysis.profile.Profile;
import dev.plumbline.analysis.profile.ProfiledEvent;
import dev.plumbline.collector.json.JsonText;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** An event of a profile, for programs: all functions, the hottest first. */
record ProfileJson(
        String format,
        String event,
        List<String> events,
        String unit,
        String sampling,
        long total,
        long samples,
        long truncatedStacks,
        long withoutStack,
        long droppedSamples,
        double shareWithoutSymbols,
        List<String> notes,
        List<Function> functions) {

    static String of(Profile profile, ProfiledEvent event) {
        return JsonText.write(new ProfileJson(
                profile.format(),
                event.name(),
                profile.events().stream().map(ProfiledEvent::name).toList(),
                event.unit(),
                event.sampling().name().toLowerCase(Locale.ROOT),
                event.total().sum(),
                event.total().samples(),
                event.loss().truncated(),
                event.loss().withoutStack(),
                event.loss().dropped(),
                event.shareWithoutSymbols(),
                profile.notes(),
                event.functions().values().stream()
                        .sorted(Comparator.comparingLong(
                                        (FunctionWeight each) -> -each.self().sum())
                                .thenComparing(FunctionWeight::function))
                        .map(Function::of)
                        .toList()));
    }

    /** A function: its own cost, and that with what it calls. */
    record Function(String function, String kind, long self, long total, long selfSamples, long totalSamples) {

        private static Function of(FunctionWeight weight) {
            return new Function(
                    weight.function(),
                    weight.kind().label(),
                    weight.self().sum(),
                    weight.total().sum(),
                    weight.self().samples(),
                    weight.total().samples());
        }
    }
}
