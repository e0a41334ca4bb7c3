namespace ComplianceRules.Cli.Usage;

/// <summary>Whether what is written has colours.</summary>
internal static class ColourChoice
{
    private const string DumbTerminal = "dumb";
    private const string Off = "0";

    /// <summary>What the caller asks for, else what the variables say, else colours on a screen that can show them.</summary>
    /// <param name="asked">What the caller asks for; null for nothing.</param>
    /// <param name="surroundings">Where the tool runs.</param>
    /// <param name="isScreen">Whether somebody reads it as it comes.</param>
    public static bool Of(string? asked, Surroundings surroundings, bool isScreen)
    {
        if (asked == CommonOptions.Always) return true;
        if (asked == CommonOptions.Never || !string.IsNullOrEmpty(surroundings.Variable("NO_COLOR"))) return false;
        if (IsForced(surroundings.Variable("CLICOLOR_FORCE")) || IsForced(surroundings.Variable("FORCE_COLOR"))) return true;
        return isScreen && !IsDumb(surroundings);
    }

    /// <summary>Whether the screen can do no more than show one line after the other.</summary>
    public static bool IsDumb(Surroundings surroundings) => surroundings.Variable("TERM") == DumbTerminal;

    private static bool IsForced(string? value) => !string.IsNullOrEmpty(value) && value != Off;
}
