/** The one comment of a project on a pull request. */
@NullMarked
package dev.plumbline.forge.comment;

import org.jspecify.annotations.NullMarked;
