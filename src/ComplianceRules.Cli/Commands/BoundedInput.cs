using ComplianceRules.Engine;

namespace ComplianceRules.Cli.Commands;

/// <summary>Reads no more of a stream than can be used.</summary>
internal static class BoundedInput
{
    private const int Step = 1 << 16;

    /// <summary>The bytes of a stream; of one that is too large only so many that its reader sees that.</summary>
    public static byte[] ReadAll(Stream stream)
    {
        using MemoryStream kept = new();
        byte[] buffer = new byte[Step];
        for (int read = -1; read != 0 && kept.Length <= TrialFacts.LargestFile;)
        {
            read = UnreadableInputException.Guard(() => stream.Read(buffer));
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }
}
