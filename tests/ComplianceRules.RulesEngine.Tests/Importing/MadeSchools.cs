using System.Text.Json;
using ComplianceRules.Tests.Engine;

namespace ComplianceRules.RulesEngine.Tests.Importing;

/// <summary>Makes snapshots of a few schools and classes, with values near those that made rules compare with.</summary>
internal static class MadeSchools
{
    /// <summary>The snapshot as JSON.</summary>
    /// <param name="dice">What with.</param>
    /// <param name="schools">How many schools.</param>
    /// <param name="lacksOne">Whether of each school one fact or list is missing, of it or of one of its classes.</param>
    /// <param name="isExact">Whether all numbers are sums of powers of two.</param>
    public static byte[] Json(Dice dice, int schools, bool lacksOne, bool isExact)
    {
        Dictionary<string, object> snapshot = new()
        {
            ["schemaVersion"] = 1,
            ["date"] = "2026-09-01",
            ["covers"] = new[] { "370322" },
            ["schools"] = Enumerable.Range(0, schools).Select(i => School(dice, i, lacksOne, isExact)).ToArray(),
        };
        return JsonSerializer.SerializeToUtf8Bytes(snapshot);
    }

    private static Dictionary<string, object?> School(Dice dice, int number, bool lacksOne, bool isExact)
    {
        string id = $"s{number}";
        Dictionary<string, object?>[] classes = [.. Enumerable.Range(0, dice.Between(number == 0 ? 1 : 0, 3)).Select(i => Class(dice, $"{id}c{i}", isExact))];
        Dictionary<string, object?> school = new()
        {
            ["boarding"] = dice.OneIn(2),
            ["staff"] = dice.Of(0, 10, 11, 20, 40),
            ["opened"] = dice.Of("1956-09-01", "2024-09-01", "2024-02-29", "2025-12-31"),
            ["motto"] = dice.Of("求实", "求实创新", "abba", "Abba"),
            ["school_type"] = dice.Of("public", "private"),
        };
        if (lacksOne && classes.Length > 0 && dice.Between(0, 2) > 0) Empty(dice, dice.Pick(classes));
        else if (lacksOne && (number == 0 || !dice.OneIn(8))) Empty(dice, school);
        else if (lacksOne) classes = null!;
        school["classes"] = classes;
        (school["id"], school["name"], school["region"]) = (id, $"school {id}", "370322");
        return school;
    }

    private static Dictionary<string, object?> Class(Dice dice, string id, bool isExact)
    {
        int grade = dice.Between(1, 6);
        return new()
        {
            ["enrolment"] = dice.Of(0, 1, 2, 30, 44, 45, 46, 47),
            ["teachers"] = dice.Between(0, 4),
            ["written_minutes"] = dice.Of(0, 20, 30, 31, 60, 61, 90),
            ["home_minutes"] = dice.Of(0, 20, 30, 45, 60),
            ["sleep_hours"] = dice.Of(8m, 8.5m, 9m, 9.25m, 9.5m, isExact ? 9.25m : 8.1m, isExact ? 8m : 9.3m),
            ["kind"] = dice.Of("ordinary", "special"),
            ["subjects"] = dice.Of<string[]>([], ["art"], ["art", "music"], ["music"]),
            ["starts"] = dice.Of("08:00", "08:10"),
            ["ends"] = dice.Of("16:00", "16:30", "17:00"),
            ["lights_out"] = dice.Of("21:00", "22:30", "00:30"),
            ["formed"] = dice.Of("2024-09-01", "2024-02-29", "2025-12-31", "2022-09-01"),
            ["phones_in_class"] = dice.OneIn(2),
            ["grade"] = grade,
            ["stage"] = "primary",
            ["id"] = id,
            ["name"] = $"class {id}",
        };
    }

    private static void Empty(Dice dice, Dictionary<string, object?> row) => row[dice.Pick([.. row.Keys.Where(k => k is not ("id" or "name" or "stage"))])] = null;
}
