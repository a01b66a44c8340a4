// Calls the API through the client of ogen, which checks what it receives against the description: patterns too.
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"os"
	"time"

	"clients/ogen/client"
)

func main() {
	api, err := client.NewClient(os.Args[1])
	check(err)
	background := context.Background()

	list, err := api.ListStatusCodes(background)
	check(err)
	all := list.(*client.StatusCodeListHeaders).Response
	constants, deprecated, others := 0, 0, 0
	for _, code := range all.Codes {
		others += len(code.OtherUses)
		for _, constant := range code.Constants {
			constants++
			if constant.Deprecated.Or(false) {
				deprecated++
			}
		}
	}
	fmt.Printf("%s: %d codes, %d other uses, %d constants, %d deprecated\n",
		all.License, len(all.Codes), others, constants, deprecated)

	one, err := api.GetStatusCode(background, client.GetStatusCodeParams{Code: 404})
	check(err)
	code := one.(*client.StatusCodeHeaders).Response
	fmt.Printf("%d %s, %s, %s: %s\n", code.Code, code.ReasonPhrase, code.Class.Value, code.State, code.Summary)
	fmt.Printf("retry %s, checked %s\n", code.Retry.Value.Advice, code.Source.Checked.Format(time.DateOnly))

	search, err := api.SearchStatusCodes(background, client.SearchStatusCodesParams{Q: "too many"})
	check(err)
	found := search.(*client.SearchResultsHeaders).Response
	fmt.Printf("%s: %d, first %d\n", found.Query, len(found.Results), found.Results[0].Code)

	comparison, err := api.GetComparison(background, client.GetComparisonParams{Pair: "302-vs-303"})
	check(err)
	pair := comparison.(*client.ComparisonHeaders).Response
	first := pair.Codes[0]
	fmt.Printf("%s %s, method %s: %s\n", pair.Decision, first.RightWhen, first.Redirect.Value.Method, first.Meaning)

	unknown, err := api.GetStatusCode(background, client.GetStatusCodeParams{Code: 477})
	check(err)
	problem := unknown.(*client.GetStatusCodeNotFound)
	fmt.Printf("%d %s: %s\n", problem.Status, problem.Title, problem.Detail)

	picture, err := api.GetStatusCodePicture(background, client.GetStatusCodePictureParams{Code: 404})
	check(err)
	content, err := io.ReadAll(picture.(*client.GetStatusCodePictureOKHeaders).Response)
	check(err)
	fmt.Printf("%s, %d bytes\n", content[1:4], len(content))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
