using System.Runtime.InteropServices;

namespace ComplianceRules.Cli;

/// <summary>What the tool learns of the machine it runs on; tests say it themselves.</summary>
/// <remarks>Immutable.</remarks>
internal sealed record Surroundings
{
    private const int ChineseLanguage = 0x04;
    private const int PrimaryLanguage = 0x3ff;

    /// <summary>A machine that says nothing of itself but the time.</summary>
    public static Surroundings Silent { get; } = new();

    /// <summary>The machine that the tool runs on.</summary>
    public static Surroundings Machine { get; } = new()
    {
        Variable = Environment.GetEnvironmentVariable,
        IsChinese = OperatingSystem.IsWindows() && (GetUserDefaultUILanguage() & PrimaryLanguage) == ChineseLanguage,
    };

    /// <summary>The value of an environment variable; null where there is none.</summary>
    public Func<string, string?> Variable { get; init; } = static _ => null;

    /// <summary>Whether the screens of the system are in Chinese, where no variable says it.</summary>
    public bool IsChinese { get; init; }

    /// <summary>How long work takes; no result depends on it.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    // The runtime is built without cultures, so that only the system itself can say it.
    [DllImport("kernel32.dll", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern ushort GetUserDefaultUILanguage();
}
