namespace ComplianceRules.Benchmarks;

/// <summary>Reads what facts are written in, for the contenders.</summary>
internal static class Words
{
    private const int Day = 24 * 60;
    private const int FirstOfEvening = 17 * 60;

    public static int Code(string[] words, string? word)
    {
        int code = Array.IndexOf(words, word);
        return code >= 0 ? code : throw new FormatException($"`{word}` is none of the words");
    }

    /// <summary>The minutes of <c>08:20</c>.</summary>
    public static int Minutes(string time) => (((time[0] - '0') * 10) + time[1] - '0') * 60 + ((time[3] - '0') * 10) + time[4] - '0';

    /// <summary>The minutes of <c>08:20</c>.</summary>
    public static int Minutes(ReadOnlySpan<byte> time)
    {
        if (time.Length != 5 || time[2] != ':') throw new FormatException("a time is written as 08:20");
        return ((((time[0] - '0') * 10) + time[1] - '0') * 60) + ((time[3] - '0') * 10) + time[4] - '0';
    }

    /// <summary>A time on the scale from 17:00 to 30:00.</summary>
    public static int Evening(int minutes) => minutes < FirstOfEvening ? minutes + Day : minutes;

    public static int? Tenths(double? number) => number is { } given ? (int)Math.Round(given * 10) : null;

    /// <summary>The tenths of a number of at most one decimal, without making a double of it.</summary>
    public static int Tenths(ReadOnlySpan<byte> number)
    {
        int tenths = 0;
        int decimals = -1;
        foreach (byte sign in number)
        {
            if (sign == '.' && decimals < 0) decimals = 0;
            else if ((uint)(sign - '0') > 9 || decimals > 0) throw new FormatException("not a number of tenths");
            else
            {
                tenths = (tenths * 10) + sign - '0';
                if (decimals == 0) decimals = 1;
            }
        }

        return decimals == 1 ? tenths : tenths * 10;
    }
}
