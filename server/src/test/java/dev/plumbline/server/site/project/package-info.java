@NullMarked
package dev.plumbline.server.site.project;

import org.jspecify.annotations.NullMarked;
