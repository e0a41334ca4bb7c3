using ComplianceRules.Diagnostics;

namespace ComplianceRules.Cli.Commands;

/// <summary>A file beside the data that is read as a whole: a mapping, waivers.</summary>
internal static class SmallInput
{
    /// <summary>Reads it, or standard input where a hyphen stands for it.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="nameOfInput">What standard input is called in places.</param>
    /// <param name="session">The run.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static SourceFile Read(string path, string nameOfInput, Session session)
    {
        if (path != DataInput.StandardInput) return new SourceFile(path, File.ReadAllBytes(path));
        using MemoryStream sent = new();
        session.Terminal.Input.CopyTo(sent);
        return new SourceFile(nameOfInput, sent.ToArray());
    }
}
