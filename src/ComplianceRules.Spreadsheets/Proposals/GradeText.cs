using System.Globalization;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>Reads grades as schools write them.</summary>
internal static class GradeText
{
    private const string Numerals = "一二三四五六七八九十";
    private const int YearsOfPrimary = 6;
    private const int YearsBeforeSenior = 9;

    private static readonly (string Prefix, int Before)[] Stages =
    [
        ("小学", 0), ("初中", YearsOfPrimary), ("高中", YearsBeforeSenior), ("小", 0), ("初", YearsOfPrimary), ("高", YearsBeforeSenior), ("grade", 0), (string.Empty, 0),
    ];

    /// <summary>Reads 一年级, 3年级, 初二, 小学六年级, 高一 or Grade 3.</summary>
    /// <param name="text">The text.</param>
    /// <param name="grade">The grade, 1 to 12; 初一 is 7, as where primary school takes six years.</param>
    /// <param name="bare">Whether a number alone is a grade too: 三 or 3.</param>
    public static bool TryRead(string text, out int grade, bool bare = false)
    {
        grade = 0;
        string plain = KnownWords.Plain(text);
        foreach ((string prefix, int before) in Stages)
        {
            if (!plain.StartsWith(prefix, StringComparison.Ordinal)) continue;
            bool marked = plain.EndsWith("年级", StringComparison.Ordinal);
            string number = plain[prefix.Length..(marked ? ^2 : ^0)];
            if (!TryNumber(number, out int year)) continue;
            // 初中七年级 counts from the first grade, 初中一年级 from the first of its stage.
            grade = marked && year > before ? year : year + before;
            return (prefix.Length > 0 || marked || bare) && grade is > 0 and <= 12 && (before == 0 || grade > before);
        }

        return false;
    }

    /// <summary>Whether the grade counts from the first year of junior school, which is the sixth grade where primary school takes five years.</summary>
    public static bool CountsFromJunior(string text) =>
        KnownWords.Plain(text) is ['初', ..] plain && TryRead(plain, out int grade) && TryRead(plain.TrimStart('初', '中'), out int year, bare: true) && year != grade;

    /// <summary>Reads the grade from the name of a class: 三（2）班, 三年级2班, 3.2班, 初一(3)班.</summary>
    public static bool TryReadClass(string text, out int grade)
    {
        grade = 0;
        string folded = HeaderText.Fold(text).Replace(" ", string.Empty, StringComparison.Ordinal);
        int mark = folded.IndexOf("年级", StringComparison.Ordinal);
        if (mark > 0) return TryRead(folded[..(mark + 2)], out grade);
        int end = folded.IndexOfAny(['(', '.', '-', '·']);
        if (end > 0) return TryRead(folded[..end], out grade, bare: true) && folded.AsSpan(end + 1).ContainsAnyInRange('0', '9');
        // 初二3班: the stage and one numeral, then the class.
        return folded.Length > 2 && folded[0] is '初' or '高' && TryRead(folded[..2], out grade);
    }

    private static bool TryNumber(string text, out int number)
    {
        number = 0;
        if (text.Length is 1 or 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)) return true;
        int first = text.Length > 0 ? Numerals.IndexOf(text[0], StringComparison.Ordinal) + 1 : 0;
        if (text.Length == 1) number = first;
        else if (text.Length == 2 && first == 10) number = Numerals.IndexOf(text[1], StringComparison.Ordinal) is >= 0 and int second ? 11 + second : 0;
        return number > 0;
    }
}
