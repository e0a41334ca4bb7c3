using System.Globalization;

namespace ComplianceRules.Benchmarks;

/// <summary>Writes a made-up nation as the tables <c>snapshot.csv</c>, <c>school.csv</c> and <c>class.csv</c> in a folder.</summary>
internal static class CsvNation
{
    public static void Write(MadeUpNation nation, string folder)
    {
        Directory.CreateDirectory(folder);
        WriteFile(folder, "snapshot", text => WriteHead(text));
        WriteFile(folder, "school", text => WriteSchools(nation, text));
        WriteFile(folder, "class", text => WriteClasses(nation, text));
    }

    private static void WriteFile(string folder, string table, Action<Utf8Text> write)
    {
        using FileStream file = File.Create(Path.Combine(folder, $"{table}.csv"));
        Utf8Text text = new(file);
        write(text);
        text.Flush();
    }

    private static void WriteHead(Utf8Text text)
    {
        text.Write("date,title,covers\n"u8);
        text.Write(string.Create(CultureInfo.InvariantCulture, $"{NationText.Date:yyyy-MM-dd},{NationText.Title},CN\n"));
    }

    private static void WriteSchools(MadeUpNation nation, Utf8Text text)
    {
        FactWriter facts = new(text, isJson: false, nation.Shape.HasNames);
        ClassFacts[] classes = new ClassFacts[nation.Shape.ClassesOfASchool];
        text.Write(string.Join(',', FactWriter.OfSchool.Append("classes")));
        text.Write("\n"u8);
        for (int number = 0; number < nation.Shape.Schools; number++)
        {
            nation.Make(number, out SchoolFacts school, classes);
            for (int field = 0; field < FactWriter.OfSchool.Length; field++)
            {
                facts.Write(field, in school, nation.SerialOf(number));
                text.Write(","u8);
            }

            text.Write("true\n"u8);
        }
    }

    private static void WriteClasses(MadeUpNation nation, Utf8Text text)
    {
        FactWriter facts = new(text, isJson: false, nation.Shape.HasNames);
        ClassFacts[] classes = new ClassFacts[nation.Shape.ClassesOfASchool];
        text.Write(string.Join(',', FactWriter.OfClass.Skip(1).Prepend("school").Prepend("id")));
        text.Write("\n"u8);
        for (int number = 0; number < nation.Shape.Schools; number++)
        {
            nation.Make(number, out SchoolFacts school, classes);
            for (int at = 0; at < classes.Length; at++)
            {
                int serial = MadeUpNation.SerialOf(classes, at);
                facts.Write(0, in classes[at], serial);
                text.Write(","u8);
                facts.WriteSchool(school.Region, nation.SerialOf(number));
                for (int field = 1; field < FactWriter.OfClass.Length; field++)
                {
                    text.Write(","u8);
                    facts.Write(field, in classes[at], serial);
                }

                text.Write("\n"u8);
            }
        }
    }
}
