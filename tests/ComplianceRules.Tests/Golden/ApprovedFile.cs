using System.Text;

namespace ComplianceRules.Tests.Golden;

/// <summary>A text that a person has approved; a test compares what the program gives with it.</summary>
/// <remarks><c>APPROVE=1 dotnet test</c> rewrites every approved file, and a person reads the difference before it is committed.</remarks>
internal static class ApprovedFile
{
    private const string Switch = "APPROVE";

    /// <summary>Fails unless the text is exactly the approved one.</summary>
    /// <param name="path">The approved file, from the root of the repository.</param>
    /// <param name="actual">What the program gives.</param>
    public static void Match(string path, string actual) => Match(path, Encoding.UTF8.GetBytes(actual));

    /// <summary>Fails unless the bytes are exactly the approved ones.</summary>
    /// <param name="path">The approved file, from the root of the repository.</param>
    /// <param name="actual">What the program gives.</param>
    public static void Match(string path, ReadOnlySpan<byte> actual) =>
        Match(RepositoryRoot.Combine(path), path, actual, Environment.GetEnvironmentVariable(Switch) == "1");

    /// <summary>The same for any file; approval is an argument so that it can be tested.</summary>
    internal static void Match(string fullPath, string shownPath, ReadOnlySpan<byte> actual, bool approve)
    {
        if (approve)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(fullPath)!);
            File.WriteAllBytes(fullPath, actual);
            return;
        }

        Assert.True(File.Exists(fullPath), $"{shownPath} does not exist: run `{Switch}=1 dotnet test`, read the file, commit it");
        byte[] approved = File.ReadAllBytes(fullPath);
        if (!actual.SequenceEqual(approved)) Assert.Fail(Difference(shownPath, Encoding.UTF8.GetString(approved), Encoding.UTF8.GetString(actual)));
    }

    private static string Difference(string shownPath, string approved, string actual)
    {
        string[] left = approved.Split('\n');
        string[] right = actual.Split('\n');
        int line = 0;
        while (line < left.Length && line < right.Length && left[line] == right[line]) line++;
        return $"""
            {shownPath}({line + 1}) is not what was approved; if it should be, run `{Switch}=1 dotnet test` and read the difference
            approved: {(line < left.Length ? left[line] : "(end of file)")}
            actual:   {(line < right.Length ? right[line] : "(end of file)")}
            """;
    }
}
