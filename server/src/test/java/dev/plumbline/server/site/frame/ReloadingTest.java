package dev.plumbline.server.site.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who changes a template or the style sheet under a running server. */
public class ReloadingTest {

    /** A page that is its title. */
    public record Title(String title) implements Page {

        @Override
        public String template() {
            return "title.jte";
        }
    }

    @Test
    void aChangedTemplateShowsAtTheNextRequest(@TempDir Path sources, @TempDir Path classes) throws IOException {
        Path file = sources.resolve("title.jte");
        String parameters = "@import dev.plumbline.server.site.frame.ReloadingTest\n@param ReloadingTest.Title page\n";
        Files.writeString(file, parameters + "<h1>${page.title()}</h1>");
        Templates templates = Templates.reloading(sources, classes);
        String before = html(templates);
        Files.writeString(file, parameters + "<h2>${page.title()}</h2>");
        Files.setLastModifiedTime(
                file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() + 2_000));

        assertThat(before).isEqualTo("<h1>a &lt; b</h1>");
        assertThat(html(templates)).isEqualTo("<h2>a &lt; b</h2>");
    }

    @Test
    void aChangedStyleSheetHasAnotherAddressAndItsNewContent(@TempDir Path folder) throws IOException {
        for (String name : new String[] {"plumbline.css", "plumbline.js", "favicon.svg"}) {
            Files.writeString(folder.resolve(name), name);
        }
        Assets assets = Assets.reloading(folder);
        String before = assets.url("plumbline.css");
        Files.writeString(folder.resolve("plumbline.css"), "body {}");
        String after = assets.url("plumbline.css");

        assertThat(after).isNotEqualTo(before);
        assertThat(assets.find(after.substring("/assets/".length()))
                        .orElseThrow()
                        .content())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("body {}");
    }

    private static String html(Templates templates) {
        return new String(templates.render(new Title("a < b")), StandardCharsets.UTF_8);
    }
}
