using ComplianceRules.External.Tests;

namespace ComplianceRules.Samples.Tests.Database;

/// <summary>The programs of PostgreSQL.</summary>
/// <remarks>A server refuses to run as root; then it runs as <c>postgres</c>, the user that the package makes.</remarks>
internal static class PostgresPrograms
{
    public const string User = "postgres";

    /// <summary>Gives a folder to the user that servers run as.</summary>
    public static Task HandOverAsync(string folder) => Environment.IsPrivilegedProcess ? RunAsync("chown", User, folder) : Task.CompletedTask;

    /// <summary>Runs a program as the user that servers run as.</summary>
    public static Task AsServerAsync(string program, params string[] arguments) =>
        Environment.IsPrivilegedProcess ? RunAsync(["runuser", "-u", User, "--", ProgramOf(program), .. arguments]) : RunAsync([ProgramOf(program), .. arguments]);

    /// <summary>Runs a program; one that fails fails the test.</summary>
    public static async Task RunAsync(params string[] program)
    {
        ExternalProcess ended = await ExternalProcess.Run(Path.GetTempPath(), string.Empty, new Dictionary<string, string>(), program);
        Assert.True(ended.ExitCode == 0, $"{string.Join(' ', program)}: {ended.Output}{ended.Error}");
    }

    // Debian keeps the programs of each version in a folder of its own; elsewhere they are on the path.
    public static string ProgramOf(string name)
    {
        DirectoryInfo versions = new("/usr/lib/postgresql");
        string? newest = versions.Exists ? versions.EnumerateDirectories().Where(v => int.TryParse(v.Name, out _)).MaxBy(v => int.Parse(v.Name, System.Globalization.CultureInfo.InvariantCulture))?.FullName : null;
        string? own = newest is null ? null : Path.Combine(newest, "bin", name);
        return File.Exists(own) ? own : name;
    }
}
