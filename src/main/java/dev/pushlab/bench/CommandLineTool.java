package dev.pushlab.bench;

import dev.pushlab.bench.check.CheckCommand;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.io.PrintWriter;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The commands that the jar knows beside serving; they run without the server's framework, and start as fast. */
@Command(
        name = "java -jar push-lab.jar",
        subcommands = {CheckCommand.class, BenchCommand.class})
public final class CommandLineTool {

    private CommandLineTool() {}

    /** Whether the first argument names a command; options are the server's. */
    public static boolean handles(String... args) {
        return args.length > 0
                && !args[0].startsWith("-")
                && commandLine().getSubcommands().containsKey(args[0]);
    }

    /** Runs the command and returns its exit code: 0 for success, 1 for bad news, 2 for wrong use. */
    public static int run(String... args) {
        // Otherwise what no server configures would print every detail to the standard output.
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
        return commandLine().execute(args);
    }

    static int run(PrintWriter out, PrintWriter err, String... args) {
        return commandLine().setOut(out).setErr(err).execute(args);
    }

    private static CommandLine commandLine() {
        return new CommandLine(new CommandLineTool())
                .registerConverter(Duration.class, Durations::parse)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((exception, args) -> wrongUse(exception));
    }

    private static int wrongUse(ParameterException exception) {
        var command = exception.getCommandLine();
        String why = exception.getMessage().replaceAll("\\s+", " ");
        command.getErr().println(why + " (help: " + command.getCommandSpec().qualifiedName() + " --help)");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }
}
