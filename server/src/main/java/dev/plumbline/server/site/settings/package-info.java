/** What a project is set to, and the form of its policy. */
@NullMarked
package dev.plumbline.server.site.settings;

import org.jspecify.annotations.NullMarked;
