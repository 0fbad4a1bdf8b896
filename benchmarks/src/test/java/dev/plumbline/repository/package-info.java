/** The repository as a newcomer meets it: the launcher and the commands of the README. */
@NullMarked
package dev.plumbline.repository;

import org.jspecify.annotations.NullMarked;
