using ComplianceRules.Cli.Commands;
using ComplianceRules.Cli.Progress;

namespace ComplianceRules.Cli.Output;

/// <summary>Writes what a command finds to the file that the caller names, or to standard output.</summary>
internal static class ResultOutput
{
    private const int BufferSize = 1 << 16;
    private const int BrokenPipe = 32;
    private const int BrokenPipeOnWindows = unchecked((int)0x8007006D);
    private const int NoReaderOnWindows = unchecked((int)0x800700E8);

    /// <summary>Writes it; false where it cannot be written, which has been said.</summary>
    /// <param name="path">The file; null for standard output.</param>
    /// <param name="session">The run.</param>
    /// <param name="write">Does the writing.</param>
    public static bool TryWrite(string? path, Session session, Action<Stream> write)
    {
        try
        {
            if (path is null && session.Terminal.IsScreen)
            {
                WriteBuffered(session.Terminal.Output, write);
                return true;
            }

            using WorkStep step = session.Watch.Begin(session.Words.Writing(path ?? DataInput.StandardOutput));
            if (path is not null) OutputFile.Write(path, write);
            else WriteBuffered(session.Terminal.Output, write);
            return true;
        }
        catch (IOException gone) when (gone.HResult is BrokenPipe or BrokenPipeOnWindows or NoReaderOnWindows)
        {
            // Whoever reads has what it wanted, as `head` has after some lines.
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            session.Complain(session.Words.CannotWrite(path ?? "-", session.Words.Of(error)));
            return false;
        }
    }

    private static void WriteBuffered(Stream output, Action<Stream> write)
    {
        BufferedStream buffer = new(output, BufferSize);
        write(buffer);
        buffer.Flush();
    }
}
