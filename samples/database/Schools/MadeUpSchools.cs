using System.Globalization;

namespace DatabaseSample.Schools;

/// <summary>Schools that are made up, with a class that is too large, one with too much homework, and facts that are missing.</summary>
internal static class MadeUpSchools
{
    private const int Grades = 6;

    /// <summary>Makes schools, always the same.</summary>
    /// <param name="count">How many.</param>
    public static IEnumerable<School> Of(int count) => Enumerable.Range(1, count).Select(number => new School
    {
        Code = string.Create(CultureInfo.InvariantCulture, $"demo-{number:0000}"),
        Name = string.Create(CultureInfo.InvariantCulture, $"Demo school {number}"),
        County = "370322",
        Classes = [.. Enumerable.Range(1, Grades).Select(grade => ClassOf(number, grade))],
    });

    private static SchoolClass ClassOf(int school, int grade) => new()
    {
        Number = string.Create(CultureInfo.InvariantCulture, $"{grade}01"),
        Grade = grade,
        Pupils = (school + grade) % 7 == 0 ? null : 34 + (((school * 5) + (grade * 7)) % 24),
        HomeworkMinutes = grade < 3 ? 0 : (school + grade) % 5 == 0 ? null : 40 + (((school * 3) + (grade * 11)) % 24),
    };
}
