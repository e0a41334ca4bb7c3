using System.Globalization;
using System.Text;
using ComplianceRules.Spreadsheets.Tests;

namespace ComplianceRules.Cli.Tests.Commands;

/// <summary>Tables as bureaus and schools have them, which nobody prepared for the tool. All schools are made up.</summary>
internal static class SelfCheckSheets
{
    /// <summary>A bureau's ledger of classes: titles over all columns, a header of two merged rows, cells merged over their classes, a total and a footer.</summary>
    public static byte[] Ledger { get; } = new WorkbookParts().Formats("0.00%")
        .Sheet("班级情况", Rows("""
            样例县（虚构）义务教育学校班级管理台账（2026年秋季学期）
            填报单位：样例县教育和体育局（虚构）
            序号|学校代码|学校名称|办学类型|年级|班级|在籍学生数（人）|作业管理|||睡眠与作息||体育|手机|课后服务参与率
            |||||||书面作业（分钟/天）|要求家长批改作业|要求家长检查作业|睡眠（小时）|上午第一节课上课时间|每日体育活动时间（小时）|有学生手机被带入课堂|
            #1|3799990001|样例第一小学（虚构）|小学|三年级|三（1）班|#45|#50|否|否|#9.5|8：20|#2|否|#%0.925
            #2|||||三（2）班|#46|#65|是|—|#10|8：00|#1.5|—|#%0.925
            #3||||六年级|六（1）班|#58|—|否|否|#9|8：20|—|否|#%0.925
            #4|3799990002|样例第二初级中学（虚构）|初级中学|七年级|七（1）班|#48|#95|否|否|#9|8：00|#2|是|#%0.885
            #5|||||七（2）班|#50|#80|否|是|#8.5|7：50|#1|否|#%0.885
            合计||||||#247||||||||
            填表人：（略）　　联系电话：（略）　　填表日期：2026年9月1日
            """), WorkbookParts.Merged("A1:O1", "A2:O2", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:F4", "G3:G4", "H3:J3", "K3:L3", "O3:O4", "B5:B7", "C5:C7", "D5:D7", "E5:E6", "B8:B9", "C8:C9", "D8:D9", "E8:E9", "A10:F10", "A11:O11"))
        .Sheet("填表说明", Rows("""
            填表说明
            一、书面作业时间为全部书面作业的日均完成时间，班级平均。
            二、没有统计的填“—”，不要填0。
            """))
        .Sheet("字典", Rows("是否\n是\n否"), state: "hidden").Bytes();

    /// <summary>A school's own check: a question a row, answers √ and ×, units in the questions, the school in the title.</summary>
    public static byte[] Form { get; } = new WorkbookParts().Formats("0.00%")
        .Sheet("Sheet1", Rows("""
            样例镇中心小学（虚构）“五项管理”自查表
            填表日期：2026年9月1日
            序号|检查项目|自查结果|备注
            #1|办学类型|小学|
            #2|有无寄宿生|×|
            #3|是否要求学生提前到校参加统一活动|×|7：50以后入校
            #4|是否保障必要的午休时间|√|
            #5|带入校园的手机是否由学校统一保管|√|
            #6|本学期课后服务参与率（%）|#92.5|
            #7|后勤服务满意度（百分比）|—|正在统计
            #8|校园面积（平方米）|12,600|
            填表人：（略）　　审核人：（略）
            """), WorkbookParts.Merged("A1:D1", "A2:D2", "A12:D12"))
        .Sheet("Sheet2", string.Empty).Bytes();

    /// <summary>A wide table, a school a row and a column a grade, saved as CSV in GB18030: what was merged is a name and empty cells behind it.</summary>
    public static byte[] Wide { get; } = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes("""
        样例县（虚构）小学作业与体育课统计表,,,,,,,,,,,,,,
        填报日期：2026.9.1,,,,,,,,,,,,,,
        学校代码,学校名称,书面作业日均完成时间（小时）,,,,,,每周体育课时数（节）,,,,,,在校生数
        ,,一年级,二年级,三年级,四年级,五年级,六年级,一年级,二年级,三年级,四年级,五年级,六年级,
        3799990001,样例第一小学（虚构）,0,0.2,0.9,1,1,1.2,4,4,4,3,3,3,"1,045"
        3799990003,样例第三小学（虚构）,0,0,—,1,0.8,1,5,4,无,4,3,2,"2,310"
        合计,,,,,,,,,,,,,,"3,355"
        制表：（略）,,,,,,,,,,,,,,

        """);

    /// <summary>A list of classes in English.</summary>
    public static byte[] English { get; } = Encoding.UTF8.GetBytes("""
        Sample Town (made up): self-check of classes,,,,,,,,
        School ID,School,Grade,Class,Enrolment (pupils),Mean daily time for written homework (hours),Mean sleep a night (hours),Start of the first morning lesson,Parents asked to mark homework?
        S1,Sample School A (made up),Grade 3,3A,44,0.5,9.8,8:20,no
        S1,Sample School A (made up),Grade 3,3B,51,1.5,10,8:00,yes
        S1,Sample School A (made up),Grade 6,6A,40,n/a,9.9,8:30,no
        Total,,,,135,,,,
        Prepared by: (left out),,,,,,,,

        """);

    /// <summary>Rows of cells between bars: <c>#45</c> is a number, <c>#%0.925</c> one that is shown as 92.50%.</summary>
    private static string Rows(string lines) => WorkbookParts.Rows([.. lines.Split('\n').Select((line, row) => line.Split('|').Select((cell, column) => Cell(cell, $"{(char)('A' + column)}{row + 1}")).ToArray())]);

    private static string Cell(string text, string place) => text switch
    {
        ['#', '%', .. var share] => WorkbookParts.N(place, double.Parse(share, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture), style: 1),
        ['#', .. var number] => WorkbookParts.N(place, number),
        _ => text,
    };
}
