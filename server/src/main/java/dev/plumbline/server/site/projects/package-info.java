/** The page that lists the projects. */
@NullMarked
package dev.plumbline.server.site.projects;

import org.jspecify.annotations.NullMarked;
